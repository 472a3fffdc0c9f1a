import * as z from "zod/mini";
import { Currency, Money } from "./money.ts";

const ShortLine = z.object({ sku: z.string(), requested: z.int(), available: z.int() });
export type ShortLine = z.infer<typeof ShortLine>;

const SpentLine = z.object({ sku: z.string(), requested: z.int(), left: z.int() });
export type SpentLine = z.infer<typeof SpentLine>;

const Entity = z.string();

/** A business no, as data: every way in which the shop declines a well-formed or an ill-formed request. */
export const Refusal = z.discriminatedUnion("code", [
  z.object({ code: z.literal("ADDRESS_REQUIRED") }),
  z.object({ code: z.literal("BAG_EMPTY") }),
  z.object({ code: z.literal("CHECKOUT_CLOSED"), state: z.string() }),
  z.object({ code: z.literal("CHECKOUT_COMPLETED"), reference: z.string() }),
  z.object({ code: z.literal("CURRENCY_WRONG"), expected: Currency }),
  z.object({ code: z.literal("CURSOR_INVALID") }),
  z.object({ code: z.literal("DELIVERY_UNAVAILABLE"), pincode: z.string() }),
  z.object({ code: z.literal("DUPLICATE"), entity: Entity, field: z.string() }),
  z.object({ code: z.literal("FORBIDDEN") }),
  z.object({ code: z.literal("HOLD_LIMIT_REACHED") }),
  z.object({ code: z.literal("IDEMPOTENCY_IN_PROGRESS"), retryAfterSeconds: z.int() }),
  z.object({ code: z.literal("IDEMPOTENCY_KEY_INVALID"), reason: z.string() }),
  z.object({ code: z.literal("IDEMPOTENCY_KEY_REQUIRED") }),
  z.object({ code: z.literal("IDEMPOTENCY_KEY_REUSED") }),
  z.object({
    code: z.literal("ILLEGAL_TRANSITION"),
    entity: Entity,
    event: z.string(),
    state: z.string(),
  }),
  z.object({ code: z.literal("LINES_SPENT"), lines: z.array(SpentLine) }),
  z.object({ code: z.literal("NOT_FOUND"), entity: Entity }),
  z.object({ code: z.literal("OUT_OF_STOCK"), lines: z.array(ShortLine) }),
  z.object({ code: z.literal("PAYMENT_UNAVAILABLE"), retryAfterSeconds: z.int() }),
  z.object({ code: z.literal("QUOTE_CHANGED") }),
  z.object({ code: z.literal("REFUND_TOO_LARGE"), left: Money }),
  z.object({ code: z.literal("SIGN_IN_FAILED") }),
  z.object({ code: z.literal("SIGN_IN_REQUIRED") }),
  z.object({ code: z.literal("TOO_BUSY"), retryAfterSeconds: z.int() }),
  z.object({ code: z.literal("TOO_MANY_REQUESTS"), retryAfterSeconds: z.int() }),
  z.object({ code: z.literal("UNSAFE_ORIGIN") }),
  z.object({
    code: z.literal("VERSION_CONFLICT"),
    entity: Entity,
    expected: z.int(),
    actual: z.int(),
  }),
]);
export type Refusal = z.infer<typeof Refusal>;
export type RefusalCode = Refusal["code"];

/** Thrown by domain code, which knows nothing of HTTP or tRPC. */
export class ShopError extends Error {
  override readonly name = "ShopError";
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    const { stackTraceLimit } = Error;
    Error.stackTraceLimit = 0; // an answer, not a fault: where it was given interests nobody
    super(refusalMessage(refusal));
    Error.stackTraceLimit = stackTraceLimit;
    this.refusal = refusal;
  }
}

type Sentences = { [C in RefusalCode]: (refusal: Extract<Refusal, { code: C }>) => string };

const sentences: Sentences = {
  ADDRESS_REQUIRED: () => "A delivery needs an address.",
  BAG_EMPTY: () => "Your bag is empty.",
  CHECKOUT_CLOSED: ({ state }) => `This checkout is ${state}. Please start again from your bag.`,
  CHECKOUT_COMPLETED: ({ reference }) => `This checkout is already order ${reference}.`,
  CURRENCY_WRONG: ({ expected }) => `This order was paid in ${expected}.`,
  CURSOR_INVALID: () => "The cursor is not one of ours.",
  DELIVERY_UNAVAILABLE: ({ pincode }) => `We don’t deliver to ${pincode} yet.`,
  DUPLICATE: ({ entity, field }) => `Another ${entity} already has this ${field}.`,
  FORBIDDEN: () => "Your role does not allow this.",
  HOLD_LIMIT_REACHED: () => "This hold was made longer as often as it can be.",
  IDEMPOTENCY_IN_PROGRESS: () => "The same request is still being worked on.",
  IDEMPOTENCY_KEY_INVALID: ({ reason }) => `The Idempotency-Key header is not valid: ${reason}.`,
  IDEMPOTENCY_KEY_REQUIRED: () => "This request needs an Idempotency-Key header.",
  IDEMPOTENCY_KEY_REUSED: () => "This Idempotency-Key was used for a different request.",
  ILLEGAL_TRANSITION: ({ entity, event, state }) => `Cannot ${event} ${entity} that is ${state}.`,
  LINES_SPENT: ({ lines }) =>
    lines.map((line) => `${line.sku}: ${line.left} left of ${line.requested} asked for.`).join(" "),
  NOT_FOUND: ({ entity }) => `There is no such ${entity}.`,
  OUT_OF_STOCK: ({ lines }) =>
    lines
      .map((line) => `${line.sku}: ${line.available} left of ${line.requested} wanted.`)
      .join(" "),
  PAYMENT_UNAVAILABLE: () => "The payment provider does not answer. Nothing was charged.",
  QUOTE_CHANGED: () => "Prices or stock have changed since you looked. Please check the new total.",
  REFUND_TOO_LARGE: ({ left }) =>
    left.minor === 0
      ? "Everything that was paid has been refunded, or is about to be."
      : `Only ${(left.minor / 100).toFixed(2)} ${left.currency} of what was paid is left to refund.`,
  SIGN_IN_FAILED: () => "The e-mail address or the password is not right.",
  SIGN_IN_REQUIRED: () => "Please sign in.",
  TOO_BUSY: () => "The shop is very busy. Please try again in a moment.",
  TOO_MANY_REQUESTS: ({ retryAfterSeconds }) =>
    `Too many attempts. Please wait ${Math.ceil(retryAfterSeconds / 60)} min.`,
  UNSAFE_ORIGIN: () => "Requests that change something must come from the shop’s own pages.",
  VERSION_CONFLICT: ({ entity, actual }) =>
    `Someone changed this ${entity} meanwhile; it is now at version ${actual}.`,
};

/** The plain sentence for a refusal: what happened, for a person. */
export function refusalMessage(refusal: Refusal): string {
  const sentence = sentences[refusal.code] as (refusal: Refusal) => string;
  return sentence(refusal);
}

/** One field of an input that did not parse. */
export const InputIssue = z.object({ field: z.string(), message: z.string() });
export type InputIssue = z.infer<typeof InputIssue>;
