import { newId, RefundId, type PaymentId } from "@tuckshop/contracts/ids";
import { enqueue } from "@tuckshop/db/atomic/enqueue";
import { recordBirths, type Mover } from "@tuckshop/db/atomic/transition";
import type { Tx } from "@tuckshop/db/schema";

export type RefundRequest = {
  paymentId: PaymentId;
  amountMinor: number;
  reason: string;
  /** Names the reason to refund: the same one refunds once. */
  cause: string;
};

/** Owes a refund: a row with its own provider key, and the job that sends it. */
export async function requestRefund(
  tx: Tx,
  { paymentId, amountMinor, reason, cause }: RefundRequest,
  mover: Mover,
): Promise<void> {
  const id = newId(RefundId);
  const made = await tx
    .insertInto("refund")
    .values({
      id,
      payment_id: paymentId,
      state: "requested",
      amount_minor: amountMinor,
      reason,
      cause,
      idempotency_key: `${id}:refund`,
    })
    .onConflict((oc) => oc.column("cause").doNothing())
    .returning("id")
    .executeTakeFirst();
  if (!made) return;
  await recordBirths(tx, "refund", [id], "requested", mover);
  await enqueue(tx, "refund.send", { refundId: id }, { key: `refund.send:${id}` });
}
