import { OrderId } from "@tuckshop/contracts/ids";
import { money } from "@tuckshop/contracts/money";
import type { ListOrders, StaffOrder, StaffOrderRow } from "@tuckshop/contracts/orders";
import type { Role } from "@tuckshop/contracts/staff";
import type { ReadDb } from "@tuckshop/db/schema";
import { sql } from "kysely";
import * as z from "zod/mini";
import { decodeCursor, encodeCursor } from "../cursor.ts";
import { orderBody } from "./queries.ts";
import { byStanding } from "../payments/current-payment.ts";
import { needsDecision } from "../payments/needs-decision.ts";
import { parkedPayment } from "../payments/parked-payment.ts";
import { staffActions, whyNoRefund, whyNoReturn } from "./staff-actions.ts";

/** One order as the staff see it, with what this role may do to it. */
export async function staffOrder(db: ReadDb, id: OrderId, role: Role): Promise<StaffOrder> {
  const { order, payment, body } = await orderBody(db, { id }, "staff");
  const subject = { state: order.state, method: order.method, paymentState: body.payment.state };
  return {
    id,
    ...body,
    customer: {
      name: order.customer_name,
      phone: order.customer_phone,
      email: order.customer_email,
      note: order.note,
    },
    actions: staffActions(subject, role),
    cannotRefund: whyNoRefund(payment.state, body.refundable.minor, role),
    cannotReturn: whyNoReturn(order.state, role),
    parked: parkedPayment(order, payment),
  };
}

const ListPosition = z.tuple([OrderId]);

/** Orders, newest first, a page at a time. */
export async function staffOrderPage(
  db: ReadDb,
  { cursor, limit, ...wanted }: ListOrders,
): Promise<{ items: StaffOrderRow[]; nextCursor: string | null }> {
  let query = db
    .selectFrom("orders")
    .selectAll("orders")
    .select([
      standingPayment("method").as("paymentMethod"),
      standingPayment("state").as("paymentState"),
    ])
    .select([itemSummary.as("itemSummary"), itemCount.as("itemCount")])
    .orderBy("orders.id", "desc")
    .limit(limit + 1);
  if (wanted.states) query = query.where("orders.state", "in", wanted.states);
  if (wanted.needsDecision) query = query.where(needsDecision);
  if (cursor) {
    const [id] = decodeCursor(cursor, ListPosition);
    query = query.where("orders.id", "<", id);
  }
  const rows = await query.execute();
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    items: page.map((row) => ({
      id: row.id,
      reference: row.reference,
      state: row.state,
      customerName: row.customer_name,
      area: row.area,
      fulfilmentMethod: row.method,
      itemSummary: row.itemSummary,
      itemCount: row.itemCount,
      total: money(row.total_minor, row.currency),
      paymentMethod: row.paymentMethod,
      paymentState: row.paymentState,
      placedAt: row.placed_at,
    })),
    nextCursor: rows.length > limit && last ? encodeCursor([last.id]) : null,
  };
}

const standingPayment = <C extends "method" | "state">(column: C) =>
  sql<StaffOrderRow[C extends "method" ? "paymentMethod" : "paymentState"]>`(
    select ${sql.ref(`payment.${column}`)} from payment
    where payment.order_id = orders.id order by ${byStanding} limit 1
  )`;

const itemCount = sql<number>`(
  select sum(quantity) from order_line where order_line.order_id = orders.id)`;

/** The first two articles by name, and how many more there are. */
const itemSummary = sql<string>`(
  select string_agg(title, ', ' order by position) filter (where position <= 2)
    || case when count(*) > 2 then ' +' || count(*) - 2 else '' end
  from order_line where order_line.order_id = orders.id)`;
