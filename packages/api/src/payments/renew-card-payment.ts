import type { OrderReference, PrincipalId } from "@tuckshop/contracts/ids";
import type { Tx } from "@tuckshop/db/schema";
import { lockOrder } from "../orders/order-record.ts";
import { createCardPayment } from "./create-card-payment.ts";

/**
 * Gives an unpaid order whose card payment has ended a new one, so that it can be paid after all.
 * The partial unique index on live payments stands behind the lock: never two at a time.
 */
export async function renewCardPayment(
  tx: Tx,
  principalId: PrincipalId,
  reference: OrderReference,
  publicUrl: string,
): Promise<void> {
  const { order, payment } = await lockOrder(tx, { reference, principalId });
  const hasEnded = payment.state === "cancelled" || payment.state === "failed";
  if (order.state !== "pending_payment" || !hasEnded) return;
  const { body: quote } = await tx
    .selectFrom("quote")
    .select("body")
    .where("checkout_id", "=", order.checkout_id)
    .executeTakeFirstOrThrow();
  await createCardPayment(tx, { order, quote, publicUrl }, { actor: principalId, cause: "again" });
}
