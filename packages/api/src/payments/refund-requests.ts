import { ShopError } from "@tuckshop/contracts/errors";
import { newId, RefundRequestId, type PrincipalId } from "@tuckshop/contracts/ids";
import type { OrderState, PaymentState } from "@tuckshop/contracts/machines";
import type { StaffOrder } from "@tuckshop/contracts/orders";
import type { AnswerRefundRequest, RequestRefund } from "@tuckshop/contracts/refunds";
import type { StaffMember } from "@tuckshop/contracts/staff";
import { recordBirths, transition } from "@tuckshop/db/atomic/transition";
import type { Tx } from "@tuckshop/db/schema";
import { lockOrder } from "../orders/order-record.ts";
import { staffOrder } from "../orders/staff-queries.ts";
import { makeRefund, priceRefund } from "./make-refund.ts";

/** Whether a shopper may ask for money back: the order stands, and was paid. */
export const mayRequestRefund = (order: OrderState, payment: PaymentState): boolean =>
  (order === "confirmed" || order === "delivered") &&
  (payment === "captured" || payment === "collected");

/** A shopper asks for money back, for some goods or for everything; one question at a time. */
export async function askForRefund(
  tx: Tx,
  principalId: PrincipalId,
  { reference, reason, lines }: RequestRefund,
): Promise<void> {
  const { order, payment } = await lockOrder(tx, { reference, principalId });
  const { state } = order;
  if (!mayRequestRefund(state, payment.state)) {
    const event = "request a refund of";
    throw new ShopError({ code: "ILLEGAL_TRANSITION", entity: "order", event, state });
  }
  if (lines) await priceRefund(tx, order.id, order.discount_minor, lines); // refuses what is spent
  const id = newId(RefundRequestId);
  const made = await tx
    .insertInto("refund_request")
    .values({
      id,
      order_id: order.id,
      state: "asked",
      reason,
      lines: lines ? JSON.stringify(lines) : null,
    })
    .onConflict((oc) => oc.column("order_id").where("state", "=", "asked").doNothing())
    .returning("id")
    .executeTakeFirst();
  if (!made) throw new ShopError({ code: "DUPLICATE", entity: "refund request", field: "order" });
  await recordBirths(tx, "refund_request", [id], "asked", { actor: principalId, cause: reason });
}

/** The staff answer: approved, the refund is made in the same commit, and refused like any other. */
export async function answerRefundRequest(
  tx: Tx,
  staff: StaffMember,
  input: AnswerRefundRequest,
): Promise<StaffOrder> {
  const { requestId } = input;
  const asked = await tx
    .selectFrom("refund_request")
    .select(["order_id", "reason", "lines"])
    .where("id", "=", requestId)
    .executeTakeFirst();
  if (!asked) throw new ShopError({ code: "NOT_FOUND", entity: "refund request" });
  const locked = await lockOrder(tx, { id: asked.order_id });
  if (input.decision === "decline") {
    const mover = { actor: staff.id, cause: input.reason };
    await transition(tx, "refund_request", requestId, "decline", mover);
    await tx
      .updateTable("refund_request")
      .set({ answer: input.reason })
      .where("id", "=", requestId)
      .execute();
  } else {
    const mover = { actor: staff.id, cause: asked.reason };
    await transition(tx, "refund_request", requestId, "approve", mover);
    const refund = asked.lines
      ? ({ kind: "lines", lines: asked.lines } as const)
      : ({ kind: "rest" } as const);
    const refundId = await makeRefund(
      tx,
      locked,
      { refund, reason: asked.reason, cause: `request:${requestId}` },
      mover,
    );
    await tx
      .updateTable("refund_request")
      .set({ refund_id: refundId ?? null })
      .where("id", "=", requestId)
      .execute();
  }
  return staffOrder(tx, asked.order_id, staff.role);
}
