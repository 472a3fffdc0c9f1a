import type { OrderId } from "@tuckshop/contracts/ids";
import { sql } from "kysely";
import { enqueue } from "../atomic/enqueue.ts";
import { transition } from "../atomic/transition.ts";
import { recordWebhookEvent } from "../atomic/webhook-event.ts";
import type { Db } from "../schema.ts";

const mover = { actor: "test" };

/** An event that was applied, a key with its reply, a worker at its job. */
export async function workGoesOn(db: Db, { orderId }: { orderId: OrderId }): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const event = { id: "evt_1", type: "checkout.session.completed", objectId: "cs_1" };
    await recordWebhookEvent(tx, { ...event, payload: "{}" });
    await transition(tx, "webhook_event", event.id, "apply", mover);
    await enqueue(tx, "order.confirmed", { orderId });
    await sql`
      insert into idempotency_key (principal_id, key, op, fingerprint, reply)
      select principal_id, 'a-key-of-the-test', 'checkout.place', repeat('0', 64), '{}' from orders
      where id = ${orderId}
    `.execute(tx);
    await tx.insertInto("worker_heartbeat").values({ worker_id: "worker-1" }).execute();
  });
}
