import { ShopError } from "@tuckshop/contracts/errors";
import type { OrderReference, PrincipalId } from "@tuckshop/contracts/ids";
import { money } from "@tuckshop/contracts/money";
import type { PaymentStatus } from "@tuckshop/contracts/payments";
import type { ReadDb } from "@tuckshop/db/schema";
import { byStanding } from "./current-payment.ts";

/** A principal's own order with the payment it stands on, or NOT_FOUND. */
export async function paymentOf(db: ReadDb, principalId: PrincipalId, reference: OrderReference) {
  const row = await db
    .selectFrom("orders")
    .innerJoin("payment", "payment.order_id", "orders.id")
    .select([
      "payment.id",
      "payment.method",
      "payment.state as paymentState",
      "payment.amount_minor",
      "payment.currency",
      "payment.provider_url as url",
      "orders.state as orderState",
      "orders.expires_at",
    ])
    .where("orders.reference", "=", reference)
    .where("orders.principal_id", "=", principalId)
    .orderBy(byStanding)
    .executeTakeFirst();
  if (!row) throw new ShopError({ code: "NOT_FOUND", entity: "order" });
  return row;
}
export type PaymentRow = Awaited<ReturnType<typeof paymentOf>>;

export const statusOf = (
  reference: OrderReference,
  row: PaymentRow,
  asked: boolean,
): PaymentStatus => ({
  reference,
  orderState: row.orderState,
  method: row.method,
  paymentState: row.paymentState,
  amount: money(row.amount_minor, row.currency),
  asked,
  holdExpiresAt: row.orderState === "pending_payment" ? row.expires_at : null,
});
