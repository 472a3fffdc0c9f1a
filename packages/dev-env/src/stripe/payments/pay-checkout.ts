import type Stripe from "stripe";
import { newCharge } from "../resources/charge-object.ts";
import type { CardFailure } from "../resources/charge-object.ts";
import { customerDetails } from "../resources/checkout-session-object.ts";
import { emitEvent, NO_REQUEST } from "../resources/emit-event.ts";
import { idOf } from "../resources/id-of.ts";
import { newPaymentIntent } from "../resources/payment-intent-object.ts";
import { nowSeconds } from "../simulator.ts";
import type { Simulator } from "../simulator.ts";
import type { CardOnPage, CheckoutRecord } from "../state/state.ts";
import { AUTHENTICATION_FAILURE, testCard } from "./test-cards.ts";

export interface CardEntry {
  readonly number: string;
  readonly expMonth: number;
  readonly expYear: number;
  readonly name: string | null;
}

export type PaymentResult =
  | { readonly result: "paid"; readonly session: Stripe.Checkout.Session }
  | { readonly result: "requires_action" }
  | { readonly result: "declined"; readonly message: string }
  /** The session was no longer open: nothing happened, and nothing was charged. */
  | { readonly result: "closed"; readonly session: Stripe.Checkout.Session };

/**
 * One attempt to pay a session. From the look at its status to the charge nothing waits, so of two
 * tabs that pay the same session one charges and the other finds it closed.
 */
export function payCheckout(
  simulator: Simulator,
  record: CheckoutRecord,
  entry: CardEntry,
): PaymentResult {
  if (record.session.status !== "open") return { result: "closed", session: record.session };
  const { number, brand, behaviour } = testCard(entry.number);
  const { expMonth, expYear, name } = entry;
  const card = { brand, last4: number.slice(-4), expMonth, expYear, name };
  const attempted = withIntent(simulator, record);
  switch (behaviour.kind) {
    case "pays":
      return capture(simulator, attempted, card, false);
    case "declines":
      return decline(simulator, attempted, card, behaviour.failure);
    default:
      return askForAuthentication(simulator, attempted, card);
  }
}

/** The end of 3-D Secure: the card that waited for it pays, or fails. */
export function finishAuthentication(
  simulator: Simulator,
  record: CheckoutRecord,
  passed: boolean,
): PaymentResult {
  const { session, authenticating } = record;
  if (session.status !== "open") return { result: "closed", session };
  if (authenticating === null)
    return { result: "declined", message: AUTHENTICATION_FAILURE.message };
  const attempted = withIntent(simulator, { ...record, authenticating: null });
  return passed
    ? capture(simulator, attempted, authenticating, true)
    : decline(simulator, attempted, authenticating, AUTHENTICATION_FAILURE);
}

interface Attempt {
  readonly record: CheckoutRecord;
  readonly intent: Stripe.PaymentIntent;
}

/** Stripe makes a session's payment intent at the first attempt to pay, and keeps it for the next. */
function withIntent(simulator: Simulator, record: CheckoutRecord): Attempt {
  const { checkouts, paymentIntents } = simulator.state;
  const existing = paymentIntents.get(idOf(record.session.payment_intent));
  if (existing !== undefined) return { record, intent: existing };
  const intent = newPaymentIntent(record, nowSeconds(simulator));
  paymentIntents.put(intent.id, intent);
  const session = { ...record.session, payment_intent: intent.id };
  emitEvent(simulator, "payment_intent.created", intent, NO_REQUEST);
  return { record: checkouts.put(session.id, { ...record, session }), intent };
}

function capture(
  simulator: Simulator,
  { record, intent }: Attempt,
  card: CardOnPage,
  authenticated: boolean,
): PaymentResult {
  const { charges, checkouts, paymentIntents } = simulator.state;
  const email = record.session.customer_email;
  const created = nowSeconds(simulator);
  const charge = newCharge({ intent, card, created, email, authenticated, failure: null });
  const paidIntent = {
    ...intent,
    amount_received: intent.amount,
    last_payment_error: null,
    latest_charge: charge.id,
    next_action: null,
    payment_method: charge.payment_method,
    status: "succeeded",
  } as const;
  const session = {
    ...record.session,
    customer_details: customerDetails(email, card.name),
    payment_status: "paid",
    status: "complete",
    url: null,
  } as const;
  charges.put(charge.id, charge);
  paymentIntents.put(intent.id, paidIntent);
  checkouts.put(session.id, { ...record, session, authenticating: null });
  emitEvent(simulator, "charge.succeeded", charge, NO_REQUEST);
  emitEvent(simulator, "payment_intent.succeeded", paidIntent, NO_REQUEST);
  emitEvent(simulator, "checkout.session.completed", session, NO_REQUEST);
  return { result: "paid", session };
}

function decline(
  simulator: Simulator,
  { record, intent }: Attempt,
  card: CardOnPage,
  failure: CardFailure,
): PaymentResult {
  const { charges, checkouts, paymentIntents } = simulator.state;
  const email = record.session.customer_email;
  const created = nowSeconds(simulator);
  const charge = newCharge({ intent, card, created, email, authenticated: false, failure });
  const failed: Stripe.PaymentIntent = {
    ...intent,
    last_payment_error: {
      charge: charge.id,
      code: failure.code,
      ...(failure.declineCode === null ? {} : { decline_code: failure.declineCode }),
      message: failure.message,
      type: "card_error",
    },
    latest_charge: charge.id,
    next_action: null,
    status: "requires_payment_method",
  };
  charges.put(charge.id, charge);
  paymentIntents.put(intent.id, failed);
  checkouts.put(record.session.id, { ...record, authenticating: null });
  emitEvent(simulator, "charge.failed", charge, NO_REQUEST);
  emitEvent(simulator, "payment_intent.payment_failed", failed, NO_REQUEST);
  return { result: "declined", message: failure.message };
}

function askForAuthentication(
  simulator: Simulator,
  { record, intent }: Attempt,
  card: CardOnPage,
): PaymentResult {
  const { checkouts, paymentIntents } = simulator.state;
  const page = `${simulator.publicUrl}/c/pay/${record.session.id}`;
  const waiting: Stripe.PaymentIntent = {
    ...intent,
    next_action: {
      type: "redirect_to_url",
      redirect_to_url: { return_url: page, url: `${page}/authenticate` },
    },
    status: "requires_action",
  };
  paymentIntents.put(intent.id, waiting);
  checkouts.put(record.session.id, { ...record, authenticating: card });
  emitEvent(simulator, "payment_intent.requires_action", waiting, NO_REQUEST);
  return { result: "requires_action" };
}
