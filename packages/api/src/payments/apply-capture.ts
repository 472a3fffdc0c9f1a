import { ShopError } from "@tuckshop/contracts/errors";
import type { PaymentId } from "@tuckshop/contracts/ids";
import { claimAll } from "@tuckshop/db/atomic/claim";
import { transitionAll } from "@tuckshop/db/atomic/transition";
import type { Db, Tx } from "@tuckshop/db/schema";
import { confirmOrder } from "../orders/confirm-order.ts";
import { lockOrder, type LockedOrder } from "../orders/order-record.ts";
import { recordMoney } from "./record-money.ts";
import { requestRefund } from "./request-refund.ts";

export type Capture = {
  sessionId: string;
  intentId: string | null;
  amountMinor: number;
  currency: string;
};

/**
 * Money has arrived. In one commit: the payment is captured and its order confirmed. Money that
 * comes after the hold lapsed buys the goods if they are still there and goes back in full if not;
 * money of another amount or currency than ours is parked for the owner and confirms nothing.
 */
export async function applyCapture(db: Db, paymentId: PaymentId, capture: Capture): Promise<void> {
  try {
    await db.transaction().execute((tx) => captureAndConfirm(tx, paymentId, capture));
  } catch (error) {
    const soldOut = error instanceof ShopError && error.refusal.code === "OUT_OF_STOCK";
    if (!soldOut) throw error;
    await db.transaction().execute((tx) => captureAndRefund(tx, paymentId, capture));
  }
}

async function captureAndConfirm(tx: Tx, paymentId: PaymentId, capture: Capture): Promise<void> {
  const captured = await recordCapture(tx, paymentId, capture);
  if (!captured) return;
  const { order, mover } = captured;
  if (order.state === "pending_payment") await confirmOrder(tx, order, "pay", mover);
  else if (order.state === "expired") {
    await claimAgain(tx, order);
    await confirmOrder(tx, order, "pay_late", mover);
  } else await refundAll(tx, captured, "The order had ended before the money came.");
}

async function captureAndRefund(tx: Tx, paymentId: PaymentId, capture: Capture): Promise<void> {
  const captured = await recordCapture(tx, paymentId, capture);
  if (captured) await refundAll(tx, captured, "Sold out before the money came.");
}

type Captured = LockedOrder & { mover: { actor: string; cause: string } };

/** Undefined when somebody else recorded it first, or when it does not match and was parked. */
async function recordCapture(
  tx: Tx,
  paymentId: PaymentId,
  capture: Capture,
): Promise<Captured | undefined> {
  const { order_id: orderId } = await tx
    .selectFrom("payment")
    .select("order_id")
    .where("id", "=", paymentId)
    .executeTakeFirstOrThrow();
  const locked = await lockOrder(tx, { id: orderId });
  const { order } = locked;
  const mover = { actor: "payment.sync", cause: capture.sessionId };
  if (capture.amountMinor !== order.total_minor || capture.currency !== order.currency) {
    const reason = `The provider captured ${capture.amountMinor} ${capture.currency}, we asked for ${order.total_minor} ${order.currency}.`;
    await tx
      .updateTable("payment")
      .set({ parked_reason: reason })
      .where("id", "=", paymentId)
      .execute();
    return undefined;
  }
  const [moved] = await transitionAll(tx, "payment", [paymentId], "capture", mover);
  if (!moved) return undefined;
  await tx
    .updateTable("payment")
    .set({ captured_minor: capture.amountMinor, provider_intent_id: capture.intentId })
    .where("id", "=", paymentId)
    .execute();
  await recordMoney(tx, {
    orderId,
    debit: "provider",
    credit: "receivable",
    amountMinor: capture.amountMinor,
    currency: order.currency,
    cause: `capture:${paymentId}`,
  });
  return { ...locked, mover };
}

/** Takes the goods of an order whose hold has lapsed once more, or refuses with OUT_OF_STOCK. */
async function claimAgain(tx: Tx, order: LockedOrder["order"]): Promise<void> {
  const wants = await tx
    .selectFrom("order_line")
    .innerJoin("variant", "variant.id", "order_line.variant_id")
    .select(["variant.counter_id as counterId", "order_line.sku", "order_line.quantity"])
    .where("order_id", "=", order.id)
    .execute();
  await claimAll(tx, order.checkout_id, wants, order.expires_at, { actor: "payment.sync" });
}

async function refundAll(tx: Tx, { order, payment, mover }: Captured, reason: string) {
  await requestRefund(
    tx,
    { paymentId: payment.id, amountMinor: order.total_minor, reason, cause: `late:${payment.id}` },
    mover,
  );
}
