import { ShopError } from "@tuckshop/contracts/errors";
import type { OrderId, RefundId } from "@tuckshop/contracts/ids";
import type { StaffOrder } from "@tuckshop/contracts/orders";
import type { RefundAgain } from "@tuckshop/contracts/refunds";
import type { StaffMember } from "@tuckshop/contracts/staff";
import type { Tx } from "@tuckshop/db/schema";
import { lockOrder } from "../orders/order-record.ts";
import { staffOrder } from "../orders/staff-queries.ts";
import { sumOf, takeOrderLines } from "./make-refund.ts";
import { isOwed } from "./owed-refund.ts";
import { requestRefund } from "./request-refund.ts";

/**
 * Makes a refund that failed anew, of the same payment, once: also of money that was never the
 * order's. Refuses like any other refund when something else has taken its place.
 */
export async function refundAgain(
  tx: Tx,
  staff: StaffMember,
  { orderId, refundId }: RefundAgain,
): Promise<StaffOrder> {
  const { order } = await lockOrder(tx, { id: orderId });
  const { refund, payment } = await failedRefund(tx, orderId, refundId);
  const wanted = await tx
    .selectFrom("refund_line")
    .select(["variant_id as variantId", "quantity"])
    .where("refund_id", "=", refundId)
    .orderBy("variant_id")
    .execute();
  const lines = wanted.length > 0 ? await takeOrderLines(tx, order, wanted) : [];
  const { reason, amount_minor } = refund;
  const amountMinor = lines.length > 0 ? sumOf(lines) : amount_minor;
  const again = { amountMinor, reason, cause: `again:${refundId}`, lines };
  await requestRefund(tx, payment, again, { actor: staff.id, cause: reason });
  return staffOrder(tx, orderId, staff.role);
}

async function failedRefund(tx: Tx, orderId: OrderId, refundId: RefundId) {
  const refund = await tx
    .selectFrom("refund")
    .innerJoin("payment", "payment.id", "refund.payment_id")
    .select(["refund.payment_id", "refund.amount_minor", "refund.reason", "refund.state"])
    .select(isOwed.as("isOwed"))
    .where("refund.id", "=", refundId)
    .where("payment.order_id", "=", orderId)
    .executeTakeFirst();
  if (!refund) throw new ShopError({ code: "NOT_FOUND", entity: "refund" });
  if (!refund.isOwed) {
    const { state } = refund;
    throw new ShopError({ code: "ILLEGAL_TRANSITION", entity: "refund", event: "repeat", state });
  }
  const payment = await tx
    .selectFrom("payment")
    .selectAll()
    .where("id", "=", refund.payment_id)
    .forUpdate()
    .executeTakeFirstOrThrow();
  return { refund, payment };
}
