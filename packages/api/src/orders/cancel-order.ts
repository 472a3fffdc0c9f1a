import { releaseClaims } from "@tuckshop/db/atomic/claim";
import { enqueue } from "@tuckshop/db/atomic/enqueue";
import { transition, type Mover } from "@tuckshop/db/atomic/transition";
import type { Tx } from "@tuckshop/db/schema";
import { recordMoney } from "../payments/record-money.ts";
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
  if (order.state !== "pending_payment") {
    await recordMoney(tx, {
      orderId: order.id,
      debit: "sales",
      credit: "receivable",
      amountMinor: order.total_minor,
      currency: order.currency,
      cause: `cancel:${order.id}`,
    });
  }
  if (payment.state === "due") await transition(tx, "payment", payment.id, "waive", mover);
  if (payment.state === "created" || payment.state === "open") {
    await enqueue(tx, "payment.close", { paymentId: payment.id });
  }
  if (payment.state === "captured") {
    const refund = {
      paymentId: payment.id,
      amountMinor: payment.captured_minor,
      reason,
      cause: `cancel:${order.id}`,
    };
    await requestRefund(tx, refund, mover);
  }
}
