import { sell } from "./model-checkout.ts";
import {
  actionRules,
  at,
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

const hasEnded = ({ state }: ModelOrder) => state === "cancelled" || state === "returned";
const illegal = ({ state }: { state: string }) => `ILLEGAL_TRANSITION ${state}`;

/** The page to pay on. An unpaid order whose card payment has ended gets another; one that is over gets none. */
export function open(shop: ModelShop, order: ModelOrder): string {
  const isPending = order.state === "pending_payment";
  if (isPending && newest(order).state === "cancelled") {
    const amountMinor = order.goodsMinor + order.feeMinor;
    order.payments.push(newPayment(shop, { method: "card", state: "created", amountMinor }));
  }
  const payment = newest(order);
  const mayOpen = (isPending && !order.lapsed) || payment.deadline === "ahead";
  if (mayOpen && payment.state === "created") {
    payment.state = "open";
    payment.page = "open";
  }
  if (order.state === "expired" || order.state === "cancelled") return "closed";
  if (payment.state === "open") return "redirect";
  return isPending || payment.state === "created" ? "PAYMENT_UNAVAILABLE" : "settled";
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
  const hasGoods = order.lines.every((line) => available(shop, line.article) >= line.quantity);
  if (order.state === "expired" && hasGoods) reserve(shop, order.lines, 1);
  else if (order.state === "expired" || hasEnded(order)) return payBack(order, payment.amountMinor);
  if (order.state === "expired" || order.state === "pending_payment") {
    sell(shop, order.lines);
    order.state = "confirmed";
  }
}

/** Ends a card payment that nobody may pay any more; the provider's word decides how it ended. */
export function close(shop: ModelShop, order: ModelOrder, payment: ModelPayment): void {
  if (!isLive(payment)) return;
  if (payment.page === "paid") return capture(shop, order, payment);
  payment.state = "cancelled";
  if (payment.page === "open") payment.page = "closed";
  const waits = order.state === "pending_payment" || order.state === "expired";
  if (!waits && !hasEnded(order)) oweCash(shop, order);
}

/** Cash has a fee, cards have none. */
function oweCash(shop: ModelShop, order: ModelOrder): void {
  order.feeMinor = cashFeeMinor;
  const amountMinor = order.goodsMinor + cashFeeMinor;
  order.payments.push(newPayment(shop, { method: "cash", state: "due", amountMinor }));
}

export function payCash(shop: ModelShop, order: ModelOrder): string {
  close(shop, order, newest(order));
  if (order.state === "pending_payment") {
    oweCash(shop, order);
    sell(shop, order.lines);
    order.state = "confirmed";
  }
  return `ok ${order.state} ${newest(order).method}`;
}

/** While its goods are in the shop, cash that is due may become a card payment after all. */
export function payCard(shop: ModelShop, order: ModelOrder): string {
  const cash = newest(order);
  if (cash.method === "card") return `ok ${order.state} card`;
  const isInTheShop = ["confirmed", "packed", "ready_for_pickup"].includes(order.state);
  if (cash.state !== "due" || !isInTheShop) return illegal(order);
  cash.state = "waived";
  order.feeMinor = 0;
  const card = { method: "card", state: "created", deadline: "ahead" } as const;
  order.payments.push(newPayment(shop, { ...card, amountMinor: order.goodsMinor }));
  return `ok ${order.state} card`;
}

/** A shopper may take an order back until it is packed, the staff until it has left. */
export function cancel(shop: ModelShop, order: ModelOrder): string {
  if (order.state === "pending_payment") reserve(shop, order.lines, -1);
  else if (order.state === "confirmed" || order.state === "packed") shelve(shop, order.lines, 1);
  else return illegal(order);
  order.state = "cancelled";
  const payment = newest(order);
  if (payment.state === "due") payment.state = "waived";
  if (payment.state === "captured") payBack(order, leftMinor(order));
  return "ok";
}

/** What was paid and neither given back nor on its way. */
const leftMinor = (order: ModelOrder): number =>
  order.refunds.reduce((left, refund) => left - refund.amountMinor, newest(order).amountMinor);

/** Cash leaves the drawer at once, a card's money when the provider has been asked. */
function payBack(order: ModelOrder, amountMinor: number): void {
  if (amountMinor === 0) return;
  const { method } = newest(order);
  order.refunds.push({ method, amountMinor, state: method === "cash" ? "succeeded" : "requested" });
}

const isPaid = ({ state }: ModelPayment) => state === "captured" || state === "collected";

/** Never more than is left of what was paid. */
export function refund(order: ModelOrder, { amountMinor }: MoveOf<"refund">): string {
  if (!isPaid(newest(order))) return illegal(newest(order));
  const left = leftMinor(order);
  const wanted = amountMinor ?? left;
  if (wanted === 0 || wanted > left) return "REFUND_TOO_LARGE";
  payBack(order, wanted);
  return "ok";
}

/** Goods of a delivered order come back onto the shelf, and what was paid for them goes back if wished. */
export function takeBack(shop: ModelShop, order: ModelOrder, move: MoveOf<"takeBack">): string {
  if (order.state !== "delivered") return illegal(order);
  const prices = order.lines.map(
    (line) => line.quantity * at(shop.articles, line.article).priceMinor,
  );
  const paidMinor = prices.reduce((sum, price) => sum + price, 0);
  if (move.refund && paidMinor > leftMinor(order)) return "REFUND_TOO_LARGE";
  if (move.refund) payBack(order, paidMinor);
  shelve(shop, order.lines, 1);
  order.state = "returned";
  return "ok";
}

/** Nothing is handed over while its buyer is on the card page. */
export function act(shop: ModelShop, order: ModelOrder, { action, stale }: MoveOf<"act">): string {
  if (stale) return "VERSION_CONFLICT";
  const { from, to, only = order.method } = actionRules[action];
  const payment = newest(order);
  const isHandedOver = to === "delivered";
  if (only !== order.method || !from.includes(order.state) || (isHandedOver && isLive(payment))) {
    return illegal(order);
  }
  if (action === "cancel") return cancel(shop, order);
  order.state = to;
  if (isHandedOver && payment.state === "due") payment.state = "collected";
  return "ok";
}

/** An event is a hint about one payment, followed once; one that came before its page is tried again. */
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
  if (event.payment.state === "created") return "retry";
  sync(shop, order, event.payment);
  event.applied = true;
  return "applied";
}
