import type { Action, Method, Wanted } from "./moves.ts";

/**
 * The shop, as plain as it can be said: what each move does, and what it is answered. It knows no
 * database, no transaction and no time; deadlines pass when a move says so.
 */
export type ModelShop = {
  articles: { onHand: number; reserved: number; priceMinor: number }[];
  shoppers: ModelShopper[];
  orders: ModelOrder[];
  /** How many payments were made so far: the oldest is asked about first. */
  paymentCount: number;
};

export type ModelShopper = {
  bag: { version: number; lines: Wanted[] };
  checkout?: ModelCheckout | undefined;
  /** What the shopper's last command that succeeded was answered, to be answered again. */
  lastAnswer?: string | undefined;
};

export type ModelCheckout = {
  state: "open" | "placed" | "expired" | "cancelled";
  lapsed: boolean;
  extensions: number;
  bagVersion: number;
  method: Method;
  lines: Wanted[];
};

export type ModelOrder = {
  state: string;
  lapsed: boolean;
  method: Method;
  lines: Wanted[];
  /** Without the fee for cash. */
  goodsMinor: number;
  feeMinor: number;
  payments: ModelPayment[];
  refunds: ModelRefund[];
  event?: { payment: ModelPayment; applied: boolean } | undefined;
};

export type ModelPayment = {
  number: number;
  method: "card" | "cash";
  state: string;
  /** The page at the provider. */
  page: "none" | "open" | "paid" | "closed";
  amountMinor: number;
  /** A deadline of its own, of a card payment that a confirmed order waits for. */
  deadline?: "ahead" | "past" | undefined;
};

export type ModelRefund = {
  method: "card" | "cash";
  amountMinor: number;
  state: "requested" | "succeeded";
};

export const cashFeeMinor = 500;
export const deliveryMinor = 1_500;
export const extensionsMax = 10;

/** Where each action of the staff may start, where it leads, and for which orders it is. */
export const actionRules: Record<Action, { from: string[]; to: string; only?: Method }> = {
  pack: { from: ["confirmed"], to: "packed" },
  dispatch: { from: ["packed"], to: "out_for_delivery", only: "delivery" },
  deliver: { from: ["out_for_delivery"], to: "delivered", only: "delivery" },
  fail_delivery: { from: ["out_for_delivery"], to: "packed", only: "delivery" },
  make_ready: { from: ["packed"], to: "ready_for_pickup", only: "pickup" },
  collect: { from: ["ready_for_pickup"], to: "delivered", only: "pickup" },
  cancel: { from: ["pending_payment", "confirmed", "packed"], to: "cancelled" },
};

/** What nobody has claimed of an article. */
export const available = (shop: ModelShop, article: number): number => {
  const { onHand = 0, reserved = 0 } = shop.articles[article] ?? {};
  return onHand - reserved;
};

export const held = (shopper: ModelShopper, article: number): number =>
  shopper.checkout?.state === "open"
    ? (shopper.checkout.lines.find((line) => line.article === article)?.quantity ?? 0)
    : 0;

export function reserve(shop: ModelShop, lines: readonly Wanted[], sign: 1 | -1): void {
  for (const { article, quantity } of lines) at(shop.articles, article).reserved += sign * quantity;
}

export function shelve(shop: ModelShop, lines: readonly Wanted[], sign: 1 | -1): void {
  for (const { article, quantity } of lines) at(shop.articles, article).onHand += sign * quantity;
}

export const newest = (order: ModelOrder): ModelPayment =>
  at(order.payments, order.payments.length - 1);

export const isLive = (payment: ModelPayment): boolean =>
  payment.state === "created" || payment.state === "open";

export function at<T>(list: readonly T[], index: number): T {
  const item = list[index];
  if (item === undefined) throw new RangeError(`There is no number ${index}.`);
  return item;
}

export const newPayment = (
  shop: ModelShop,
  payment: Pick<ModelPayment, "method" | "state" | "amountMinor" | "deadline">,
): ModelPayment => ({ number: shop.paymentCount++, page: "none", ...payment });
