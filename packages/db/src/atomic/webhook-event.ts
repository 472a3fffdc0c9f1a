import { sql } from "kysely";
import type { Tx } from "../schema.ts";
import { enqueue } from "./enqueue.ts";
import { recordBirths } from "./transition.ts";

export type WebhookEvent = { id: string; type: string; objectId: string; payload: string };

/**
 * Keeps a verified event and owes its job, once however often it is delivered: the event's id is
 * the primary key. Returns whether it was new; a repeat is only counted.
 */
export async function recordWebhookEvent(tx: Tx, event: WebhookEvent): Promise<boolean> {
  const stored = await tx
    .insertInto("webhook_event")
    .values({
      id: event.id,
      type: event.type,
      object_id: event.objectId,
      payload: event.payload,
      state: "received",
    })
    .onConflict((oc) =>
      oc
        .column("id")
        .doUpdateSet((eb) => ({ delivery_count: eb("webhook_event.delivery_count", "+", 1) })),
    )
    .returning(sql<boolean>`delivery_count = 1`.as("isNew"))
    .executeTakeFirstOrThrow();
  if (!stored.isNew) return false;
  await recordBirths(tx, "webhook_event", [event.id], "received", { actor: "stripe" });
  await enqueue(tx, "webhook.apply", { eventId: event.id });
  return true;
}
