import type { Mover } from "@tuckshop/db/atomic/transition";
import type { Tx } from "@tuckshop/db/schema";
import type { LockedOrder } from "../orders/order-record.ts";
import { createCashPayment } from "./create-cash-payment.ts";
import { recordMoney } from "./record-money.ts";
import { repriceOrder } from "./reprice-order.ts";

/** A confirmed order whose card payment came to nothing owes its cash again, with the fee for it. */
export async function fallBackToCash(
  tx: Tx,
  order: LockedOrder["order"],
  mover: Mover,
): Promise<void> {
  const repriced = await repriceOrder(tx, order.id, "cash");
  const paymentId = await createCashPayment(tx, repriced, mover);
  await recordMoney(tx, {
    orderId: order.id,
    debit: "receivable",
    credit: "sales",
    amountMinor: repriced.total_minor - order.total_minor,
    currency: order.currency,
    cause: `fee:${paymentId}`,
  });
}
