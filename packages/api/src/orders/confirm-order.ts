import { consumeClaims } from "@tuckshop/db/atomic/claim";
import { enqueue } from "@tuckshop/db/atomic/enqueue";
import { transition, type Mover } from "@tuckshop/db/atomic/transition";
import type { Tx } from "@tuckshop/db/schema";
import { recordMoney } from "../payments/record-money.ts";
import type { LockedOrder } from "./order-record.ts";

type Confirmed = Pick<LockedOrder["order"], "id" | "checkout_id" | "total_minor" | "currency">;

/** The order stands: its goods are sold, the buyer owes its total, and the shop tells them so. */
export async function confirmOrder(
  tx: Tx,
  order: Confirmed,
  event: "pay" | "pay_late",
  mover: Mover,
): Promise<void> {
  await transition(tx, "orders", order.id, event, mover);
  await recordMoney(tx, {
    orderId: order.id,
    debit: "receivable",
    credit: "sales",
    amountMinor: order.total_minor,
    currency: order.currency,
    cause: `sale:${order.id}`,
  });
  await enqueue(tx, "order.confirmed", { orderId: order.id });
  // Strangers wait for the counters: they are taken last and held shortest.
  await consumeClaims(tx, order.checkout_id, mover);
}
