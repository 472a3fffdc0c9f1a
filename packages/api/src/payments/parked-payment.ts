import { orderMachine } from "@tuckshop/contracts/machines";
import { money, type Money } from "@tuckshop/contracts/money";
import type { ParkedPayment } from "@tuckshop/contracts/payments";
import { knownCurrency } from "./capture.ts";
import type { LockedOrder } from "../orders/order-record.ts";

type Order = Pick<LockedOrder["order"], "state" | "currency" | "total_minor">;
type Payment = Pick<
  LockedOrder["payment"],
  "id" | "parked_reason" | "parked_at" | "provider_captured_minor" | "provider_currency"
>;

/** What is parked, in words, and which decisions are open. Null when nothing is. */
export function parkedPayment(order: Order, payment: Payment): ParkedPayment | null {
  const { id: paymentId, parked_reason: reason, parked_at: since } = payment;
  if (reason === null || since === null) return null;
  const { provider_captured_minor: minor, provider_currency: theirs } = payment;
  const currency = knownCurrency(theirs);
  const captured = minor !== null && currency ? money(minor, currency) : null;
  const unknown =
    theirs !== null && currency === null
      ? `The money is in ${theirs}: it has to be refunded at the provider’s dashboard.`
      : null;
  const hasLeft =
    !orderMachine.ended(order.state) &&
    order.state !== "expired" &&
    !orderMachine.can("cancel", order.state);
  return {
    paymentId,
    reason,
    since,
    captured,
    cannotRefund: unknown ?? (hasLeft ? "The order has left the shop." : null),
    cannotAccept: unknown ?? cannotAccept(order, captured),
  };
}

function cannotAccept({ state, currency, total_minor }: Order, captured: Money | null) {
  if (captured === null) return "Nothing is known to have been paid.";
  if (captured.currency !== currency) return `The order costs ${currency}.`;
  if (orderMachine.ended(state)) return "The order has ended.";
  return captured.minor < total_minor ? "Less was paid than the order costs." : null;
}
