import { newId, PaymentId } from "@tuckshop/contracts/ids";
import { bear, type Mover } from "@tuckshop/db/atomic/transition";
import type { Tx } from "@tuckshop/db/schema";
import type { LockedOrder } from "../orders/order-record.ts";

/** Cash that the buyer owes at the door or at the counter. */
export async function createCashPayment(
  tx: Tx,
  order: Pick<LockedOrder["order"], "id" | "total_minor" | "currency">,
  mover: Mover,
): Promise<PaymentId> {
  const { id: order_id, total_minor: amount_minor, currency } = order;
  const id = newId(PaymentId);
  const payment = { id, order_id, amount_minor, currency };
  await bear(tx, "payment", { ...payment, method: "cash", state: "due" }, mover);
  return id;
}
