import type { RefundId } from "@tuckshop/contracts/ids";
import { giveBack } from "@tuckshop/db/atomic/refund";
import { transitionAll, type Mover } from "@tuckshop/db/atomic/transition";
import type { Db, Tx } from "@tuckshop/db/schema";
import type { Stripe } from "stripe";
import { lockOrder } from "../orders/order-record.ts";
import { recordBounce, recordPayout } from "./record-payout.ts";

/**
 * What the provider says about a refund of ours, in one commit: paid out and booked, failed, or on its
 * way. One that was paid out may still fail, weeks later; what has failed never succeeds.
 */
export async function applyRefund(
  db: Db,
  refundId: RefundId,
  answer: Pick<Stripe.Refund, "id" | "status">,
): Promise<void> {
  const mover = { actor: "refund.send", cause: answer.id };
  await db.transaction().execute(async (tx) => {
    const refund = await lockRefund(tx, refundId);
    const event = eventOf(answer.status);
    if (event === "fail") {
      if (!(await failLocked(tx, refundId, mover))) await bounceLocked(tx, refundId, refund, mover);
      return;
    }
    const [moved] = await transitionAll(tx, "refund", [refundId], event, mover);
    if (!moved) return;
    await tx
      .updateTable("refund")
      .set({ provider_refund_id: answer.id })
      .where("id", "=", refundId)
      .execute();
    if (event === "succeed") {
      await recordPayout(tx, refund, { id: refundId, amountMinor: refund.amount_minor });
    }
  });
}

/** A refund that the provider declined, or never had: what it took may be refunded again. */
export async function failRefund(db: Db, refundId: RefundId, cause: string): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await lockRefund(tx, refundId);
    await failLocked(tx, refundId, { actor: "refund.send", cause });
  });
}

async function failLocked(tx: Tx, refundId: RefundId, mover: Mover): Promise<boolean> {
  const [moved] = await transitionAll(tx, "refund", [refundId], "fail", mover);
  if (moved) await giveBack(tx, refundId);
  return moved !== undefined;
}

/** It had been paid out and booked: its money is at the provider again, and may be refunded anew. */
async function bounceLocked(
  tx: Tx,
  id: RefundId,
  refund: LockedRefund,
  mover: Mover,
): Promise<void> {
  const [moved] = await transitionAll(tx, "refund", [id], "bounce", mover);
  if (!moved) return;
  await giveBack(tx, id);
  await recordBounce(tx, refund, { id, amountMinor: refund.amount_minor });
}

/** The order is locked first: a refund changes its books. */
async function lockRefund(tx: Tx, refundId: RefundId) {
  const refund = await tx
    .selectFrom("refund")
    .innerJoin("payment", "payment.id", "refund.payment_id")
    .select(["payment.order_id", "payment.method", "payment.state", "payment.currency"])
    .select("refund.amount_minor")
    .where("refund.id", "=", refundId)
    .executeTakeFirstOrThrow();
  await lockOrder(tx, { id: refund.order_id });
  return refund;
}

type LockedRefund = Awaited<ReturnType<typeof lockRefund>>;

function eventOf(status: string | null): "send" | "succeed" | "fail" {
  if (status === "failed" || status === "canceled") return "fail";
  return status === "succeeded" ? "succeed" : "send";
}
