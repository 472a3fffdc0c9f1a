import { sell } from "./model-checkout.ts";
import {
  actionRules,
  available,
  cashFeeMinor,
  isLive,
  newest,
  newPayment,
  reserve,
  shelve,
  type ModelOrder,
  type ModelPayment,
  type ModelShop,
} from "./model-shop.ts";
import type { MoveOf } from "./moves.ts";

/** The page to pay on. An order whose card payment has ended gets another; one that is over gets none. */
export function open(shop: ModelShop, order: ModelOrder): string {
  const pending = order.state === "pending_payment";
  if (pending && newest(order).state === "cancelled") {
    const amountMinor = order.goodsMinor + order.feeMinor;
    order.payments.push(newPayment(shop, { method: "card", state: "created", amountMinor }));
  }
  const payment = newest(order);
  if (pending && !order.lapsed && payment.state === "created") {
    payment.state = "open";
    payment.page = "open";
  }
  if (pending) return payment.state === "open" ? "redirect" : "PAYMENT_UNAVAILABLE";
  return order.state === "expired" || order.state === "cancelled" ? "closed" : "settled";
}

export function payAtProvider(order: ModelOrder, { declined }: MoveOf<"payAtProvider">): string {
  const payment = order.payments.findLast(({ page }) => page !== "none");
  if (!payment) return "nothing";
  if (payment.page !== "open") return "closed";
  if (declined) return "declined";
  payment.page = "paid";
  return "paid";
}

/** Return page, sweep and webhook alike: what the provider says is applied, once. */
export function sync(shop: ModelShop, order: ModelOrder, payment = newest(order)): void {
  if (payment.state === "open" && payment.page === "paid") capture(shop, order, payment);
}

/** Money buys what it was for, while that is still to be had; else it goes back in full. */
function capture(shop: ModelShop, order: ModelOrder, payment: ModelPayment): void {
  payment.state = "captured";
  if (
    order.state === "expired" &&
    order.lines.every((line) => available(shop, line.article) >= line.quantity)
  ) {
    reserve(shop, order.lines, 1);
    order.state = "pending_payment";
  }
  if (order.state === "pending_payment") {
    sell(shop, order.lines);
    order.state = "confirmed";
  } else order.refunds.push({ amountMinor: payment.amountMinor, state: "requested" });
}

/** Ends a card payment that nobody may pay any more; the provider's word decides how it ended. */
export function close(shop: ModelShop, order: ModelOrder, payment: ModelPayment): void {
  if (!isLive(payment)) return;
  if (payment.page === "paid") return capture(shop, order, payment);
  payment.state = "cancelled";
  if (payment.page === "open") payment.page = "closed";
}

export function payCash(shop: ModelShop, order: ModelOrder): string {
  if (order.state === "pending_payment") close(shop, order, newest(order));
  if (order.state !== "pending_payment") return `ok ${order.state} ${newest(order).method}`;
  order.feeMinor = cashFeeMinor;
  const amountMinor = order.goodsMinor + cashFeeMinor;
  order.payments.push(newPayment(shop, { method: "cash", state: "due", amountMinor }));
  sell(shop, order.lines);
  order.state = "confirmed";
  return "ok confirmed cash";
}

/** A shopper may take an order back until it is packed, the staff until it has left. */
export function cancel(shop: ModelShop, order: ModelOrder): string {
  if (order.state === "pending_payment") reserve(shop, order.lines, -1);
  else if (order.state === "confirmed" || order.state === "packed") shelve(shop, order.lines, 1);
  else return `ILLEGAL_TRANSITION ${order.state}`;
  order.state = "cancelled";
  const payment = newest(order);
  if (payment.state === "due") payment.state = "waived";
  if (payment.state === "captured") {
    order.refunds.push({ amountMinor: payment.amountMinor, state: "requested" });
  }
  return "ok";
}

export function act(shop: ModelShop, order: ModelOrder, { action, stale }: MoveOf<"act">): string {
  if (stale) return "VERSION_CONFLICT";
  const { from, to, only = order.method } = actionRules[action];
  if (only !== order.method || !from.includes(order.state)) {
    return `ILLEGAL_TRANSITION ${order.state}`;
  }
  if (action === "cancel") return cancel(shop, order);
  order.state = to;
  const payment = newest(order);
  if (to === "delivered" && payment.state === "due") payment.state = "collected";
  return "ok";
}

/** An event is a hint about one payment, followed once; one that came before its page is kept. */
export function webhook(
  shop: ModelShop,
  order: ModelOrder,
  { duplicate }: MoveOf<"webhook">,
): string {
  const payment = newest(order);
  if (!duplicate || !order.event) {
    if (payment.method === "cash") return "nothing";
    order.event = { payment, applied: false };
  }
  const { event } = order;
  if (event.applied) return "applied";
  if (event.payment.state === "created") return "received";
  sync(shop, order, event.payment);
  event.applied = true;
  return "applied";
}
