import type { RefundId } from "@tuckshop/contracts/ids";
import type { Tx } from "@tuckshop/db/schema";
import type { LockedOrder } from "../orders/order-record.ts";
import { recordAllowance, recordMoney, takeBackAllowance } from "./record-money.ts";

type Payout = { id: RefundId; amountMinor: number };

/** Books a refund that has been paid out, where its money came from. The order must be locked. */
export async function recordPayout(
  tx: Tx,
  payment: Pick<LockedOrder["payment"], "order_id" | "method" | "state" | "currency">,
  { id, amountMinor }: Payout,
): Promise<void> {
  const { order_id: orderId, currency } = payment;
  const wasOurs = payment.state !== "surplus";
  await recordMoney(tx, {
    orderId,
    debit: wasOurs ? "receivable" : "surplus",
    credit: payment.method === "cash" ? "cash_drawer" : "provider",
    amountMinor,
    currency,
    cause: `refund:${id}`,
  });
  if (wasOurs) await recordAllowance(tx, orderId, id);
}

/** Books a refund that had been paid out and came back to the provider. The order must be locked. */
export async function recordBounce(
  tx: Tx,
  payment: Pick<LockedOrder["payment"], "order_id" | "state" | "currency">,
  { id, amountMinor }: Payout,
): Promise<void> {
  const { order_id: orderId, currency } = payment;
  const wasOurs = payment.state !== "surplus";
  await recordMoney(tx, {
    orderId,
    debit: "provider",
    credit: wasOurs ? "receivable" : "surplus",
    amountMinor,
    currency,
    cause: `bounce:${id}`,
  });
  if (wasOurs) await takeBackAllowance(tx, orderId, id);
}
