import { ShopError } from "@tuckshop/contracts/errors";
import { newId, RefundId, type VariantId } from "@tuckshop/contracts/ids";
import { money } from "@tuckshop/contracts/money";
import { enqueue } from "@tuckshop/db/atomic/enqueue";
import { takePaid } from "@tuckshop/db/atomic/refund";
import { recordBirths, transition, type Mover } from "@tuckshop/db/atomic/transition";
import type { Tx } from "@tuckshop/db/schema";
import type { LockedOrder } from "../orders/order-record.ts";
import { leftToRefund } from "./left-to-refund.ts";
import { recordPayout } from "./record-payout.ts";

export type RefundedLine = { variantId: VariantId; quantity: number; amountMinor: number };

export type RefundRequest = {
  amountMinor: number;
  reason: string;
  /** Names the reason to refund: the same one refunds once. */
  cause: string;
  lines?: readonly RefundedLine[];
};

/**
 * Owes a refund: a row with its own provider key, and the job that sends it. Cash leaves the drawer in
 * this very commit. Refuses REFUND_TOO_LARGE when less than that is left of what was paid.
 */
export async function requestRefund(
  tx: Tx,
  payment: LockedOrder["payment"],
  { amountMinor, reason, cause, lines = [] }: RefundRequest,
  mover: Mover,
): Promise<RefundId | undefined> {
  const id = newId(RefundId);
  const made = await tx
    .insertInto("refund")
    .values({
      id,
      payment_id: payment.id,
      state: "requested",
      amount_minor: amountMinor,
      reason,
      cause,
      idempotency_key: `${id}:refund`,
    })
    .onConflict((oc) => oc.column("cause").doNothing())
    .returning("id")
    .executeTakeFirst();
  if (!made) return undefined;
  await recordBirths(tx, "refund", [id], "requested", mover);
  if (!(await takePaid(tx, payment.id, amountMinor))) {
    const left = money(leftToRefund(payment), payment.currency);
    throw new ShopError({ code: "REFUND_TOO_LARGE", left });
  }
  if (lines.length > 0) await insertLines(tx, payment, id, lines);
  if (payment.method === "cash") {
    await transition(tx, "refund", id, "succeed", mover);
    await recordPayout(tx, payment, { id, amountMinor });
  } else {
    await enqueue(tx, "refund.send", { refundId: id });
  }
  return id;
}

async function insertLines(
  tx: Tx,
  { order_id }: LockedOrder["payment"],
  refund_id: RefundId,
  lines: readonly RefundedLine[],
): Promise<void> {
  await tx
    .insertInto("refund_line")
    .values(
      lines.map(({ variantId, quantity, amountMinor }) => ({
        refund_id,
        order_id,
        variant_id: variantId,
        quantity,
        amount_minor: amountMinor,
      })),
    )
    .execute();
}
