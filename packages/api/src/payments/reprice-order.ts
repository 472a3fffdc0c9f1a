import type { PaymentMethod } from "@tuckshop/contracts/checkout";
import type { OrderId } from "@tuckshop/contracts/ids";
import type { Tx } from "@tuckshop/db/schema";
import { sql } from "kysely";

/** Cash has a fee, cards have none: the order's fee and total become those of another way to pay. */
export async function repriceOrder(tx: Tx, orderId: OrderId, method: PaymentMethod) {
  const fee =
    method === "cash" ? sql<number>`(select cash_fee_minor from shop)` : sql<number>`0::bigint`;
  return await tx
    .updateTable("orders")
    .set((eb) => ({
      fee_minor: fee,
      total_minor: eb(eb("total_minor", "-", eb.ref("fee_minor")), "+", fee),
    }))
    .where("id", "=", orderId)
    .returningAll()
    .executeTakeFirstOrThrow();
}
