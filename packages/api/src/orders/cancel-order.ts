import { releaseClaims } from "@tuckshop/db/atomic/claim";
import { enqueue } from "@tuckshop/db/atomic/enqueue";
import { transition, type Mover } from "@tuckshop/db/atomic/transition";
import type { Tx } from "@tuckshop/db/schema";
import { leftToRefund } from "../payments/left-to-refund.ts";
import { reverseSale } from "../payments/record-money.ts";
import { requestRefund } from "../payments/request-refund.ts";
import type { LockedOrder } from "./order-record.ts";

/** Ends an order that has not left the shop: goods return, and the money takes the way it must. */
export async function cancelOrder(
  tx: Tx,
  { order, payment }: LockedOrder,
  reason: string,
  mover: Mover,
): Promise<void> {
  await transition(tx, "orders", order.id, "cancel", { ...mover, cause: reason });
  await releaseClaims(tx, order.checkout_id, "release", mover);
  if (order.state !== "pending_payment") await reverseSale(tx, order.id);
  if (payment.state === "due") await transition(tx, "payment", payment.id, "waive", mover);
  if (payment.state === "created" || payment.state === "open") {
    await enqueue(tx, "payment.close", { paymentId: payment.id });
  }
  const leftMinor = leftToRefund(payment);
  if (payment.state === "captured" && leftMinor > 0) {
    const refund = { amountMinor: leftMinor, reason, cause: `cancel:${order.id}` };
    await requestRefund(tx, payment, refund, mover);
  }
}
