import { ShopError } from "@tuckshop/contracts/errors";
import type { OrderId } from "@tuckshop/contracts/ids";
import { money } from "@tuckshop/contracts/money";
import type { StaffOrder } from "@tuckshop/contracts/orders";
import type { PricedRefund, RefundLine, RefundOrder } from "@tuckshop/contracts/refunds";
import type { StaffMember } from "@tuckshop/contracts/staff";
import type { ReadDb, Tx } from "@tuckshop/db/schema";
import { expectVersion, lockOrder } from "../orders/order-record.ts";
import { staffOrder } from "../orders/staff-queries.ts";
import { currentPayment } from "./current-payment.ts";
import { leftToRefund } from "./left-to-refund.ts";
import { makeRefund, priceRefund } from "./make-refund.ts";

/** A member of staff gives money back. `cause` is their command's own key: one press refunds once. */
export async function refundOrder(
  tx: Tx,
  staff: StaffMember,
  cause: string,
  { orderId, baseVersion, refund, reason }: RefundOrder,
): Promise<StaffOrder> {
  const locked = await lockOrder(tx, { id: orderId });
  expectVersion(locked.order, baseVersion);
  await makeRefund(tx, locked, { refund, reason, cause }, { actor: staff.id, cause: reason });
  return staffOrder(tx, orderId, staff.role);
}

/** What goods would bring back, before anybody decides. */
export async function pricedRefund(
  db: ReadDb,
  orderId: OrderId,
  lines: readonly RefundLine[],
): Promise<PricedRefund> {
  const order = await db
    .selectFrom("orders")
    .select(["discount_minor", "currency"])
    .where("id", "=", orderId)
    .executeTakeFirst();
  const payment = await currentPayment(db, orderId);
  if (!order || !payment) throw new ShopError({ code: "NOT_FOUND", entity: "order" });
  const amountMinor = await priceRefund(db, orderId, order.discount_minor, lines);
  return {
    amount: money(amountMinor, order.currency),
    left: money(leftToRefund(payment), order.currency),
  };
}
