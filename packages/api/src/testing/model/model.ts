import { extend, place, put, start } from "./model-checkout.ts";
import {
  act,
  cancel,
  close,
  open,
  payAtProvider,
  payCard,
  payCash,
  refund,
  sync,
  takeBack,
  webhook,
} from "./model-orders.ts";
import {
  at,
  available,
  isLive,
  newest,
  reserve,
  type ModelOrder,
  type ModelShop,
  type ModelShopper,
} from "./model-shop.ts";
import {
  articleCount,
  shopperCount,
  type Move,
  type MoveOf,
  type OrderMove,
  type ShopperMove,
} from "./moves.ts";

export const stockAtFirst = 4;
export const priceMinor = (article: number): number => 1_000 * (article + 1);

export const openModel = (): ModelShop => ({
  articles: Array.from({ length: articleCount }, (_, article) => ({
    onHand: stockAtFirst,
    reserved: 0,
    priceMinor: priceMinor(article),
  })),
  shoppers: Array.from({ length: shopperCount }, () => ({ bag: { version: 0, lines: [] } })),
  orders: [],
  paymentCount: 0,
});

/** The order that a move names, or none while there is none. */
export const chosen = <T>(orders: readonly T[], back: number): T | undefined =>
  orders.at(-1 - (back % Math.max(1, orders.length)));

/** Makes a move and tells what it is answered; “nothing” when there is nothing yet to make it on. */
export function answer(shop: ModelShop, move: Move): string {
  if ("shopper" in move) {
    const shopper = at(shop.shoppers, move.shopper);
    return (shopperAnswers[move.does] as ShopperAnswer<ShopperMove>)(shop, shopper, move);
  }
  if ("order" in move) {
    const order = chosen(shop.orders, move.order);
    if (!order) return "nothing";
    return (orderAnswers[move.does] as OrderAnswer<OrderMove>)(shop, order, move);
  }
  if (move.does === "sweepCheckouts") return sweepCheckouts(shop);
  if (move.does === "sweepPayments") return sweepPayments(shop);
  return changeStock(shop, move.article, move.does === "receive" ? move.quantity : move.change);
}

type ShopperAnswer<M> = (shop: ModelShop, shopper: ModelShopper, move: M) => string;
const shopperAnswers: { [D in ShopperMove["does"]]: ShopperAnswer<MoveOf<D>> } = {
  put,
  start,
  place,
  extend: (_shop, shopper) => extend(shopper),
  repeat: (_shop, { lastAnswer }) => lastAnswer ?? "nothing",
  lapseHold: (_shop, { checkout }) => {
    if (checkout?.state === "open") checkout.lapsed = true;
    return "ok";
  },
};

type OrderAnswer<M> = (shop: ModelShop, order: ModelOrder, move: M) => string;
const orderAnswers: { [D in OrderMove["does"]]: OrderAnswer<MoveOf<D>> } = {
  open,
  payCash,
  payCard,
  takeBack,
  act,
  webhook,
  payAtProvider: (_shop, order, move) => payAtProvider(order, move),
  refund: (_shop, order, move) => refund(order, move),
  cancel: (shop, order) =>
    order.state === "packed" ? "ILLEGAL_TRANSITION packed" : cancel(shop, order),
  sync: (shop, order) => {
    sync(shop, order);
    return `ok ${order.state}`;
  },
  lapseOrder: (_shop, order) => {
    order.lapsed = true;
    for (const payment of order.payments) if (payment.deadline) payment.deadline = "past";
    return "ok";
  },
};

/** What is promised to somebody cannot be written off. */
function changeStock(shop: ModelShop, article: number, change: number): string {
  const left = available(shop, article);
  if (left + change < 0) return `OUT_OF_STOCK ${article}:${left}/${-change}`;
  at(shop.articles, article).onHand += change;
  return "ok";
}

function sweepCheckouts(shop: ModelShop): string {
  for (const { checkout } of shop.shoppers) {
    if (checkout?.state !== "open" || !checkout.lapsed) continue;
    checkout.state = "expired";
    reserve(shop, checkout.lines, -1);
  }
  for (const order of shop.orders) {
    if (order.state !== "pending_payment" || !order.lapsed) continue;
    order.state = "expired";
    reserve(shop, order.lines, -1);
  }
  return "ok";
}

/** Asks about every card payment that has not ended, oldest first, and sends every refund. */
function sweepPayments(shop: ModelShop): string {
  const open = shop.orders.filter((order) => isLive(newest(order)));
  for (const order of open.toSorted((a, b) => newest(a).number - newest(b).number)) {
    const mayPay = order.state === "pending_payment" || newest(order).deadline === "ahead";
    if (mayPay) sync(shop, order);
    else close(shop, order, newest(order));
  }
  for (const { refunds } of shop.orders) for (const refund of refunds) refund.state = "succeeded";
  return "ok";
}
