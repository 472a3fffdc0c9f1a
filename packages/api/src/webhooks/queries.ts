import { ShopError } from "@tuckshop/contracts/errors";
import {
  WebhookEventId,
  type ListWebhooks,
  type ReceivedWebhook,
} from "@tuckshop/contracts/webhooks";
import type { ReadDb } from "@tuckshop/db/schema";
import { sql } from "kysely";
import * as z from "zod/mini";
import { decodeCursor, encodeCursor } from "../cursor.ts";

/** Events with the order of the payment that applying them asked about. */
const received = (db: ReadDb) =>
  db
    .selectFrom("webhook_event")
    .leftJoin("transition", (join) =>
      join
        .on("transition.entity", "=", "webhook_event")
        .onRef("transition.entity_id", "=", "webhook_event.id")
        .onRef("transition.seq", "=", "webhook_event.version"),
    )
    .leftJoin("payment", (join) => join.on("payment.id", "=", sql`transition.cause`))
    .leftJoin("orders", "orders.id", "payment.order_id")
    .select([
      "webhook_event.id",
      "webhook_event.type",
      "webhook_event.state",
      "delivery_count as deliveryCount",
      "attempt_count as attemptCount",
      "received_at as receivedAt",
      "due_at as dueAt",
      "last_error as lastError",
      "orders.id as orderId",
      "orders.reference",
    ]);

type Row = Awaited<ReturnType<ReturnType<typeof received>["execute"]>>[number];

const webhookOf = ({ orderId, reference, dueAt, ...row }: Row): ReceivedWebhook => ({
  ...row,
  dueAt: row.state === "received" || row.state === "retry" ? dueAt : null,
  order: orderId && reference ? { id: orderId, reference } : null,
});

const ListPosition = z.tuple([z.iso.datetime({ offset: true }), WebhookEventId]);

/** Events, newest first, a page at a time. */
export async function webhookPage(db: ReadDb, { states, cursor, limit }: ListWebhooks) {
  let query = received(db)
    .select(sql<string>`to_json(received_at) #>> '{}'`.as("position"))
    .orderBy("received_at", "desc")
    .orderBy("webhook_event.id", "desc")
    .limit(limit + 1);
  if (states) query = query.where("webhook_event.state", "in", states);
  if (cursor) {
    const [at, id] = decodeCursor(cursor, ListPosition);
    query = query.where(
      sql<boolean>`(received_at, webhook_event.id) < (${at}::timestamptz, ${id})`,
    );
  }
  const rows = await query.execute();
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    items: page.map(webhookOf),
    nextCursor: rows.length > limit && last ? encodeCursor([last.position, last.id]) : null,
  };
}

export async function webhookById(db: ReadDb, id: string): Promise<ReceivedWebhook> {
  const row = await received(db).where("webhook_event.id", "=", id).executeTakeFirst();
  if (!row) throw new ShopError({ code: "NOT_FOUND", entity: "webhook event" });
  return webhookOf(row);
}
