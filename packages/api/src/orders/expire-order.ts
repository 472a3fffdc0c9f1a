import type { OrderId } from "@tuckshop/contracts/ids";
import { releaseClaims } from "@tuckshop/db/atomic/claim";
import { enqueue } from "@tuckshop/db/atomic/enqueue";
import { transition } from "@tuckshop/db/atomic/transition";
import type { Db } from "@tuckshop/db/schema";
import { lockOrder } from "./order-record.ts";

/**
 * Ends an order whose money did not come in time: its goods are for sale again, and its payment page
 * is closed. Once: of two sweeps, or a sweep and a payment, the first to lock the order decides.
 */
export async function expireOrder(db: Db, id: OrderId): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const { order, payment } = await lockOrder(tx, { id });
    if (order.state !== "pending_payment" || !order.lapsed) return;
    const mover = { actor: "checkout.sweep", cause: "not paid in time" };
    await transition(tx, "orders", id, "expire", mover);
    await releaseClaims(tx, order.checkout_id, "expire", mover);
    await enqueue(tx, "payment.close", { paymentId: payment.id });
  });
}
