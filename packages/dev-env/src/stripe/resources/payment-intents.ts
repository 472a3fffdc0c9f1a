import type Stripe from "stripe";
import type { ApiCall } from "../protocol/api-call.ts";
import { LIST_PARAMS, listPage } from "../protocol/list-page.ts";
import { forbiddenByState, noSuchObject } from "../protocol/stripe-refusal.ts";

export const CANCEL_INTENT_PARAMS = ["cancellation_reason"];
export const LIST_INTENTS_PARAMS = LIST_PARAMS;

const CANCELLATION_REASONS = [
  "abandoned",
  "duplicate",
  "fraudulent",
  "requested_by_customer",
] as const;
const CANCELABLE = [
  "requires_payment_method",
  "requires_capture",
  "requires_confirmation",
  "requires_action",
  "processing",
];

export function retrievePaymentIntent({ simulator, id }: ApiCall): Stripe.PaymentIntent {
  const intent = simulator.state.paymentIntents.get(id);
  if (intent === undefined) throw noSuchObject("payment_intent", id, "intent");
  return intent;
}

/**
 * POST /v1/payment_intents/:id/cancel. Every intent here belongs to a Checkout Session, and those
 * Stripe never cancels directly: expiring the session is what cancels its intent.
 */
export function cancelPaymentIntent(call: ApiCall): never {
  call.params.oneOf("cancellation_reason", CANCELLATION_REASONS);
  const { status } = retrievePaymentIntent(call);
  if (CANCELABLE.includes(status)) {
    throw forbiddenByState(
      "You cannot perform this action on PaymentIntents created by Checkout. " +
        "Expire the Checkout Session instead.",
    );
  }
  throw forbiddenByState(
    `You cannot cancel this PaymentIntent because it has a status of ${status}. Only a PaymentIntent ` +
      `with one of the following statuses may be canceled: ${CANCELABLE.join(", ")}.`,
    undefined,
    "payment_intent_unexpected_state",
  );
}

export function listPaymentIntents({
  simulator,
  params,
}: ApiCall): Stripe.ApiList<Stripe.PaymentIntent> {
  return listPage(simulator.state.paymentIntents.newestFirst(), params, "/v1/payment_intents");
}
