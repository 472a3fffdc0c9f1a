import { randomUUID } from "node:crypto";
import type { OrderId } from "@tuckshop/contracts/ids";
import { money } from "@tuckshop/contracts/money";
import { sql } from "kysely";
import Stripe from "stripe";
import { sweepCheckouts } from "../../checkout/sweep.ts";
import { sweepPayments } from "../../payments/sweep.ts";
import { applyStripeEvent } from "../../webhooks/apply-stripe-event.ts";
import { receiveStripeEvent } from "../../webhooks/receive-stripe-event.ts";
import { chosen } from "./model.ts";
import { at } from "./model-shop.ts";
import type { Move, MoveOf, OrderMove, ShopperMove } from "./moves.ts";
import { observeReal, type Observed } from "./observed.ts";
import {
  answerOf,
  command,
  linesOf,
  place,
  repeat,
  type RealOrder,
  type RealShop,
  type RealShopper,
} from "./real-shop.ts";

const declinedCard = "4000000000000002";
const goodCard = "4242424242424242";
const past = sql<string>`now() - interval '1 second'`;
const secret = "whsec_model";

/** Makes a move in the real shop, through its API where it has one, and tells what it was answered. */
export const answerReal = (real: RealShop, move: Move): Promise<string> =>
  answerOf(real, async () => {
    if ("shopper" in move) {
      const shopper = at(real.shoppers, move.shopper);
      return (shopperMoves[move.does] as InShop<RealShopper, ShopperMove>)(real, shopper, move);
    }
    if ("order" in move) {
      const order = chosen(real.orders, move.order);
      if (!order) return "nothing";
      return (orderMoves[move.does] as InShop<RealOrder, OrderMove>)(real, order, move);
    }
    const { tasks } = real.shop.services;
    if (move.does === "sweepCheckouts") await sweepCheckouts(tasks, {});
    else if (move.does === "sweepPayments") await sweepPayments(tasks, {});
    else await changeStock(real, move);
    return "ok";
  });

type InShop<T, M> = (real: RealShop, on: T, move: M) => Promise<string>;

/** The version of a shopper's bag, or one that it does not have. */
const seenBag = async ({ person }: RealShopper, stale: boolean) =>
  (await person.call().bag.get()).version + (stale ? 7 : 0);

const shopperMoves: { [D in ShopperMove["does"]]: InShop<RealShopper, MoveOf<D>> } = {
  put: async (real, shopper, { lines, stale }) => {
    const bag = { baseVersion: await seenBag(shopper, stale), lines: linesOf(real, lines) };
    const { said } = await command(
      shopper,
      (caller) => caller.bag.put(bag),
      () => "ok",
    );
    return said;
  },
  start: async (_real, shopper, { method, stale }) => {
    const fulfilment = method === "delivery" ? { method, pincode: "560038" } : { method };
    const bag = { bagVersion: await seenBag(shopper, stale), fulfilment };
    const { result, said } = await command(
      shopper,
      (caller) => caller.checkout.start(bag),
      () => "ok",
    );
    shopper.checkout = result;
    return said;
  },
  extend: async (_real, { person, checkout }) => {
    if (!checkout) return "nothing";
    await person.call().checkout.extendHold({ checkoutId: checkout.id });
    return "ok";
  },
  place: (real, shopper, { pay }) => place(real, shopper, pay),
  repeat: (_real, shopper) => repeat(shopper),
  lapseHold: async ({ shop: { db } }, { checkout }) => {
    if (!checkout) return "ok";
    await db.transaction().execute(async (tx) => {
      const { id } = checkout;
      await tx.updateTable("checkout").set({ expires_at: past }).where("id", "=", id).execute();
      await tx
        .updateTable("claim")
        .set({ expires_at: past })
        .where("checkout_id", "=", id)
        .execute();
    });
    return "ok";
  },
};

const ofShopper = ({ shopper }: RealOrder) => shopper.person.call();

const orderMoves: { [D in OrderMove["does"]]: InShop<RealOrder, MoveOf<D>> } = {
  open: async (_real, order) =>
    (await ofShopper(order).payment.open({ reference: order.reference })).kind,
  sync: async (_real, order) =>
    `ok ${(await ofShopper(order).payment.sync({ reference: order.reference })).orderState}`,
  payCash: async (_real, order) => {
    const paid = await ofShopper(order).payment.payCash({ reference: order.reference });
    return `ok ${paid.state} ${paid.paymentMethod}`;
  },
  payCard: async (_real, order) => {
    const paid = await ofShopper(order).payment.payCard({ reference: order.reference });
    return `ok ${paid.state} ${paid.paymentMethod}`;
  },
  cancel: async (_real, order) => {
    await ofShopper(order).order.cancel({ reference: order.reference });
    return "ok";
  },
  payAtProvider: async (real, order, { declined }) => {
    const opened = (await paymentsOf(real, order.id)).findLast((payment) => payment.page);
    if (!opened?.page) return "nothing";
    return (await real.shop.pay(opened.page, declined ? declinedCard : goodCard)).result;
  },
  webhook: (real, order, { duplicate }) => webhook(real, order, duplicate),
  refund: async (real, { id: orderId }, { amountMinor }) => {
    const wish =
      amountMinor === null
        ? { kind: "rest" as const }
        : { kind: "amount" as const, amount: money(amountMinor, "INR") };
    const baseVersion = await versionOf(real, orderId);
    const { orders } = real.owner.call().staff;
    await orders.refund({ orderId, baseVersion, refund: wish, reason: "sorry" });
    return "ok";
  },
  takeBack: async (real, { id: orderId }, { refund }) => {
    const lines = await real.shop.db
      .selectFrom("order_line")
      .select(["variant_id as variantId", "quantity"])
      .select(sql<"restock">`'restock'`.as("disposition"))
      .where("order_id", "=", orderId)
      .execute();
    const baseVersion = await versionOf(real, orderId);
    const { orders } = real.owner.call().staff;
    await orders.return({ orderId, baseVersion, lines, refund, reason: "not wanted" });
    return "ok";
  },
  act: async (real, { id: orderId }, { action, stale }) => {
    const baseVersion = (await versionOf(real, orderId)) + (stale ? 1 : 0);
    await real.owner.call().staff.orders.act({ orderId, action, baseVersion });
    return "ok";
  },
  lapseOrder: async ({ shop: { db } }, { id }) => {
    await db.updateTable("orders").set({ expires_at: past }).where("id", "=", id).execute();
    await db
      .updateTable("payment")
      .set({ pay_by: past })
      .where("order_id", "=", id)
      .where("pay_by", "is not", null)
      .execute();
    return "ok";
  },
};

async function versionOf({ shop }: RealShop, orderId: OrderId): Promise<number> {
  const { version } = await shop.db
    .selectFrom("orders")
    .select("version")
    .where("id", "=", orderId)
    .executeTakeFirstOrThrow();
  return version;
}

const paymentsOf = ({ shop }: RealShop, orderId: OrderId) =>
  shop.db
    .selectFrom("payment")
    .select(["id", "method", "provider_session_id as page"])
    .where("order_id", "=", orderId)
    .orderBy("id")
    .execute();

/** Delivers an event about the order's payment, signed as the provider signs, and works its job. */
async function webhook({ shop, ...real }: RealShop, order: RealOrder, duplicate: boolean) {
  if (!duplicate || !order.event) {
    const payment = (await paymentsOf({ shop, ...real }, order.id)).at(-1);
    if (payment?.method !== "card") return "nothing";
    order.event = { id: `evt_${randomUUID().replaceAll("-", "")}`, paymentId: payment.id };
  }
  const { id, paymentId } = order.event;
  const payload = JSON.stringify({
    id,
    object: "event",
    type: "checkout.session.completed",
    data: { object: { id: "cs_test", metadata: { payment_id: paymentId } } },
  });
  const signature = Stripe.webhooks.generateTestHeaderString({ payload, secret });
  await receiveStripeEvent({ db: shop.db, secrets: [secret] }, payload, signature);
  await applyStripeEvent(shop.services.tasks, { eventId: id });
  const event = await shop.db
    .selectFrom("webhook_event")
    .select("state")
    .where("id", "=", id)
    .executeTakeFirstOrThrow();
  return event.state;
}

async function changeStock(
  { owner, articles }: RealShop,
  move: Extract<Move, { article: number }>,
): Promise<void> {
  const { sku } = at(articles, move.article);
  const { stock } = owner.call().staff;
  if (move.does === "receive") {
    await stock.receive({ sku, quantity: move.quantity, reason: "van" });
  } else await stock.adjust({ sku, change: move.change, reason: "counted" });
}

/** The run's own part of the shop. */
export async function observe(real: RealShop): Promise<Observed> {
  for (const shopper of real.shoppers) {
    shopper.principalId ??= await shopper.person.principalId();
  }
  return observeReal(real.shop.db, {
    counters: real.articles.map((article) => article.counterId),
    skus: real.articles.map((article) => article.sku),
    principals: real.shoppers.map((shopper) => shopper.principalId),
    checkouts: real.shoppers.map(({ checkout }) => checkout?.id ?? null),
    orders: real.orders.map((order) => order.reference),
  });
}
