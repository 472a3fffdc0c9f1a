import { orderMachine } from "@tuckshop/contracts/machines";
import { money } from "@tuckshop/contracts/money";
import type { ParkedPayment } from "@tuckshop/contracts/payments";
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
  const { provider_captured_minor: minor, provider_currency: currency } = payment;
  const captured =
    minor !== null && currency === order.currency ? money(minor, order.currency) : null;
  const isForeign = currency !== null && currency !== order.currency;
  const foreign = isForeign
    ? `The money is in ${currency}: it has to be refunded at the provider’s dashboard.`
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
    cannotRefund: foreign ?? (hasLeft ? "The order has left the shop." : null),
    cannotAccept: foreign ?? cannotAccept(order, captured?.minor ?? null),
  };
}

function cannotAccept({ state, total_minor }: Order, capturedMinor: number | null): string | null {
  if (capturedMinor === null) return "Nothing is known to have been paid.";
  if (orderMachine.ended(state)) return "The order has ended.";
  return capturedMinor < total_minor ? "Less was paid than the order costs." : null;
}
