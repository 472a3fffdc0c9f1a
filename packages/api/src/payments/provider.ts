import { isBrokenCircuitError } from "cockatiel";
import Stripe from "stripe";
import { createBreaker } from "../breaker.ts";

/** The payment provider, asked through a breaker: while it is down, callers hear so at once. */
export type Provider = {
  /** Asks once. Whoever repeats it sends the same key; an answer of “no” is an answer. */
  ask: <T>(question: (stripe: Stripe) => Promise<T>) => Promise<T>;
};

/** Refusals and declines are answers: only outages open the breaker. */
export function createProvider(stripe: Stripe): Provider {
  const breaker = createBreaker(isOutage);
  return { ask: (question) => breaker(() => question(stripe)) };
}

/** Whether nobody is to blame here: the provider is away, failing or too busy. */
export const isOutage = (error: unknown): boolean =>
  isBrokenCircuitError(error) ||
  error instanceof Stripe.errors.StripeConnectionError ||
  error instanceof Stripe.errors.StripeAPIError ||
  error instanceof Stripe.errors.StripeRateLimitError;

/** Whether the provider could not be asked, or did not answer; anything else is for our own logs. */
export const isUnreached = (error: unknown): boolean =>
  isBrokenCircuitError(error) || error instanceof Stripe.errors.StripeError;

/** A no that stays a no: the request reached the provider, and nothing was done. */
export const isRefused = (
  error: unknown,
): error is InstanceType<typeof Stripe.errors.StripeInvalidRequestError> =>
  error instanceof Stripe.errors.StripeInvalidRequestError && error.statusCode !== 409;

/** The provider has this key with other parameters: somebody’s alarm, and never a reason for a new key. */
export const isKeyRefused = (error: unknown): boolean =>
  error instanceof Stripe.errors.StripeIdempotencyError;

/** A 500: what was asked for may have been done or not. Look before deciding. */
export const isIndeterminate = (error: unknown): boolean =>
  error instanceof Stripe.errors.StripeAPIError;
