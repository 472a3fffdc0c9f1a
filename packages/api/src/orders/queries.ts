import { ShopError } from "@tuckshop/contracts/errors";
import type { OrderId, OrderReference } from "@tuckshop/contracts/ids";
import type { StatefulTable } from "@tuckshop/contracts/machines";
import { money } from "@tuckshop/contracts/money";
import type { OrderHappening } from "@tuckshop/contracts/orders";
import type { ReadDb } from "@tuckshop/db/schema";
import { sql } from "kysely";
import { currentPayment } from "../payments/current-payment.ts";
import { isOwed } from "../payments/owed-refund.ts";
import { leftToRefund } from "../payments/left-to-refund.ts";

/** Staff see each other's names in a timeline; shoppers see that it was the shop, or they themselves. */
export type Audience = "shopper" | "staff";

/** Everything about one order that both the shopper and the staff may see, or NOT_FOUND. */
export async function orderBody(
  db: ReadDb,
  by: { id: OrderId } | { reference: OrderReference },
  audience: Audience,
) {
  const order = await db
    .selectFrom("orders")
    .selectAll()
    .where((eb) => ("id" in by ? eb("id", "=", by.id) : eb("reference", "=", by.reference)))
    .executeTakeFirst();
  if (!order) throw new ShopError({ code: "NOT_FOUND", entity: "order" });
  const payment = await currentPayment(db, order.id);
  if (!payment) throw new Error(`Order ${order.id} has no payment.`);
  const inCurrency = (minor: number) => money(minor, order.currency);
  const body = {
    reference: order.reference,
    state: order.state,
    version: order.version,
    placedAt: order.placed_at,
    fulfilment: {
      method: order.method,
      pincode: order.pincode,
      area: order.area,
      address: order.address,
    },
    lines: await linesOf(db, order.id, inCurrency),
    amounts: {
      subtotal: inCurrency(order.subtotal_minor),
      discount: inCurrency(order.discount_minor),
      delivery: inCurrency(order.delivery_minor),
      fee: inCurrency(order.fee_minor),
      taxIncluded: inCurrency(order.tax_included_minor),
      total: inCurrency(order.total_minor),
    },
    payment: {
      method: payment.method,
      state: payment.state,
      amount: inCurrency(payment.amount_minor),
    },
    refunds: await refundsOf(db, order.id),
    refundable: inCurrency(leftToRefund(payment)),
    refundRequest: await refundRequestOf(db, order.id),
    happenings: await happeningsOf(db, order.id, audience),
  };
  return { order, payment, body };
}

type InCurrency = (minor: number) => ReturnType<typeof money>;

async function linesOf(db: ReadDb, orderId: OrderId, inCurrency: InCurrency) {
  const lines = await db
    .selectFrom("order_line")
    .selectAll()
    .where("order_id", "=", orderId)
    .orderBy("position")
    .execute();
  return lines.map((line) => ({
    variantId: line.variant_id,
    sku: line.sku,
    title: line.title,
    variantTitle: line.variant_title,
    hue: line.hue,
    quantity: line.quantity,
    unitPrice: inCurrency(line.unit_minor),
    lineTotal: inCurrency(line.total_minor),
    taxIncluded: inCurrency(line.tax_included_minor),
    refundedQuantity: line.refunded_quantity,
  }));
}

async function refundsOf(db: ReadDb, orderId: OrderId) {
  const refunds = await db
    .selectFrom("refund")
    .innerJoin("payment", "payment.id", "refund.payment_id")
    .innerJoin("transition as birth", (join) =>
      join
        .onRef("birth.entity_id", "=", "refund.id")
        .on("birth.entity", "=", "refund")
        .on("birth.seq", "=", 1),
    )
    .select(["refund.id", "refund.state", "refund.amount_minor", "refund.reason", "birth.at"])
    .select("payment.currency")
    .select(isOwed.as("isOwed"))
    .where("payment.order_id", "=", orderId)
    .orderBy("refund.id")
    .execute();
  const lines = await db
    .selectFrom("refund_line")
    .select(["refund_id", "variant_id as variantId", "quantity"])
    .where("order_id", "=", orderId)
    .execute();
  return refunds.map(({ amount_minor, currency, ...refund }) => ({
    ...refund,
    amount: money(amount_minor, currency),
    lines: lines
      .filter((line) => line.refund_id === refund.id)
      .map(({ variantId, quantity }) => ({ variantId, quantity })),
  }));
}

async function refundRequestOf(db: ReadDb, orderId: OrderId) {
  const request = await db
    .selectFrom("refund_request")
    .select(["id", "state", "reason", "lines", "asked_at as at", "answer"])
    .where("order_id", "=", orderId)
    .orderBy("id", "desc")
    .executeTakeFirst();
  return request ?? null;
}

/** The order's history with that of its payments and refunds, oldest first. */
async function happeningsOf(
  db: ReadDb,
  orderId: OrderId,
  audience: Audience,
): Promise<OrderHappening[]> {
  const payments = db.selectFrom("payment").select("id").where("order_id", "=", orderId);
  const moves = await db
    .selectFrom("transition")
    .leftJoin("users", (join) => join.on("users.id", "=", sql`transition.actor`))
    .selectAll("transition")
    .select("users.name")
    .where((eb) =>
      eb.or([
        eb.and([eb("entity", "=", "orders"), eb("entity_id", "=", orderId)]),
        eb.and([eb("entity", "=", "payment"), eb("entity_id", "in", payments)]),
        eb.and([
          eb("entity", "=", "refund"),
          eb(
            "entity_id",
            "in",
            db.selectFrom("refund").select("id").where("payment_id", "in", payments),
          ),
        ]),
        eb.and([
          eb("entity", "=", "refund_request"),
          eb(
            "entity_id",
            "in",
            db.selectFrom("refund_request").select("id").where("order_id", "=", orderId),
          ),
        ]),
      ]),
    )
    .orderBy("at")
    .orderBy("entity")
    .orderBy("seq")
    .execute();
  return moves.map((move) => ({
    subject: subjects[move.entity] ?? "order",
    event: move.event,
    from: move.from_state,
    to: move.to_state,
    actor: actorName(move, audience),
    cause: causeWords(move.cause, audience),
    at: move.at,
  }));
}

const subjects: Partial<Record<StatefulTable, OrderHappening["subject"]>> = {
  payment: "payment",
  refund: "refund",
  refund_request: "refund_request",
};

/** What a shopper reads: a reason is words. An id or a key proves something to the staff alone. */
function causeWords(cause: string | null, audience: Audience): string | null {
  if (cause === null || audience === "staff") return cause;
  if (/^(cs|pi|re|evt)_\S+$/.test(cause)) return "told by the payment provider";
  return /^\S*[_:]\S*$/.test(cause) ? null : cause;
}

/** Tasks are named as they are; nobody's id is told. */
function actorName(move: { actor: string; name: string | null }, audience: Audience): string {
  if (move.name !== null) return audience === "staff" ? move.name : "the shop";
  return move.actor.startsWith("prn_") ? "the shopper" : move.actor;
}
