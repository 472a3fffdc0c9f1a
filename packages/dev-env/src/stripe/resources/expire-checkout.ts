import type Stripe from "stripe";
import { nowSeconds } from "../simulator.ts";
import type { Simulator } from "../simulator.ts";
import type { CheckoutRecord } from "../state/state.ts";
import { emitEvent, NO_REQUEST } from "./emit-event.ts";
import { idOf } from "./id-of.ts";

/** Closes an open session, and cancels the payment intent of an attempt that did not succeed. */
export function expireCheckout(
  simulator: Simulator,
  record: CheckoutRecord,
  cause: Stripe.Event.Request,
): Stripe.Checkout.Session {
  const session = { ...record.session, status: "expired", url: null } as const;
  simulator.state.checkouts.put(session.id, { ...record, session, authenticating: null });
  cancelIntentOf(simulator, session, cause);
  emitEvent(simulator, "checkout.session.expired", session, cause);
  return session;
}

/** The session as it is now: one whose time has come is expired by being looked at. */
export function currentCheckout(simulator: Simulator, id: string): CheckoutRecord | undefined {
  const record = simulator.state.checkouts.get(id);
  if (record === undefined || !isDue(simulator, record)) return record;
  expireCheckout(simulator, record, NO_REQUEST);
  return simulator.state.checkouts.get(id);
}

/** Expires every open session whose time has come, looked at or not. */
export function expireDueCheckouts(simulator: Simulator): void {
  for (const record of simulator.state.checkouts.newestFirst()) {
    if (isDue(simulator, record)) expireCheckout(simulator, record, NO_REQUEST);
  }
}

function isDue(simulator: Simulator, { session }: CheckoutRecord): boolean {
  return session.status === "open" && session.expires_at <= nowSeconds(simulator);
}

function cancelIntentOf(
  simulator: Simulator,
  session: Stripe.Checkout.Session,
  cause: Stripe.Event.Request,
): void {
  const { paymentIntents } = simulator.state;
  const intent = paymentIntents.get(idOf(session.payment_intent));
  if (intent === undefined) return;
  const canceled: Stripe.PaymentIntent = {
    ...intent,
    canceled_at: nowSeconds(simulator),
    cancellation_reason: "expired",
    next_action: null,
    status: "canceled",
  };
  emitEvent(simulator, "payment_intent.canceled", paymentIntents.put(intent.id, canceled), cause);
}
