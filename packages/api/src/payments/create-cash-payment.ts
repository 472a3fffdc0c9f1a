import { newId, PaymentId } from "@tuckshop/contracts/ids";
import { recordBirths, type Mover } from "@tuckshop/db/atomic/transition";
import type { Tx } from "@tuckshop/db/schema";
import type { LockedOrder } from "../orders/order-record.ts";

/** Cash that the buyer owes at the door or at the counter. */
export async function createCashPayment(
  tx: Tx,
  order: Pick<LockedOrder["order"], "id" | "total_minor" | "currency">,
  mover: Mover,
): Promise<void> {
  const id = newId(PaymentId);
  await tx
    .insertInto("payment")
    .values({
      id,
      order_id: order.id,
      method: "cash",
      state: "due",
      amount_minor: order.total_minor,
      currency: order.currency,
    })
    .execute();
  await recordBirths(tx, "payment", [id], "due", mover);
}
