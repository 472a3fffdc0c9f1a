import { ShopError } from "@tuckshop/contracts/errors";
import type { OrderId, PaymentId } from "@tuckshop/contracts/ids";
import { orderMachine } from "@tuckshop/contracts/machines";
import { claimAll } from "@tuckshop/db/atomic/claim";
import { transitionAll, type Mover } from "@tuckshop/db/atomic/transition";
import type { Db, ReadDb, Tx } from "@tuckshop/db/schema";
import { confirmOrder } from "../orders/confirm-order.ts";
import { lockOrder, type LockedOrder } from "../orders/order-record.ts";
import type { Capture } from "./capture.ts";
import { parkPayment } from "./park-payment.ts";
import { recordMoney } from "./record-money.ts";
import { recordSurplus } from "./record-surplus.ts";
import { requestRefund } from "./request-refund.ts";

/**
 * Money has arrived. In one commit: the payment is captured and its order confirmed. Money that
 * comes after the hold lapsed buys the goods if they are still there and goes back in full if not;
 * money of another amount or currency than ours is parked for the owner and confirms nothing; money
 * for a payment that had ended goes back in full.
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
  const { order, payment, mover } = captured;
  if (await standOn(tx, order, mover)) return;
  const reason = "The order had ended before the money came.";
  const cause = `late:${payment.id}`;
  await requestRefund(tx, payment, { amountMinor: capture.amountMinor, reason, cause }, mover);
}

async function captureAndRefund(tx: Tx, paymentId: PaymentId, capture: Capture): Promise<void> {
  const captured = await recordCapture(tx, paymentId, capture);
  if (!captured) return;
  const reason = "Sold out before the money came.";
  const { amountMinor } = capture;
  await requestRefund(
    tx,
    captured.payment,
    { amountMinor, reason, cause: `late:${paymentId}` },
    captured.mover,
  );
}

/**
 * Lets an order stand on money that has arrived: one that waited is confirmed, one that had expired
 * takes its goods once more or refuses with OUT_OF_STOCK. False when the order has ended for good.
 */
export async function standOn(tx: Tx, order: LockedOrder["order"], mover: Mover): Promise<boolean> {
  if (order.state === "pending_payment") await confirmOrder(tx, order, "pay", mover);
  else if (order.state === "expired") {
    await claimAgain(tx, order);
    await confirmOrder(tx, order, "pay_late", mover);
  }
  return !orderMachine.ended(order.state);
}

type Captured = LockedOrder & { mover: Mover };

/** Undefined when somebody else recorded it first, or when the money does not fit this payment. */
async function recordCapture(
  tx: Tx,
  paymentId: PaymentId,
  capture: Capture,
): Promise<Captured | undefined> {
  const orderId = await orderOf(tx, paymentId);
  const { order, payment } = await lockOrder(tx, { id: orderId });
  const mover = { actor: "payment.sync", cause: capture.sessionId };
  if (payment.id !== paymentId || payment.state === "cancelled" || payment.state === "failed") {
    await recordSurplus(tx, order, capture, "The payment had ended before the money came.");
    return undefined;
  }
  if (payment.parked_reason !== null) return undefined;
  if (capture.amountMinor !== order.total_minor || capture.currency !== order.currency) {
    const theirs = inWords(capture.amountMinor, capture.currency);
    const reason = `The provider captured ${theirs}, we asked for ${inWords(order.total_minor, order.currency)}.`;
    await parkPayment(tx, paymentId, reason, capture);
    return undefined;
  }
  const booked = await bookCapture(tx, { order, payment }, capture, mover);
  return booked && { order, payment: booked, mover };
}

/** As people write it: “62.50 INR”. Every currency of the shop has a hundred minor units. */
const inWords = (minor: number, currency: string): string =>
  `${(minor / 100).toFixed(2)} ${currency}`;

export async function orderOf(db: ReadDb, paymentId: PaymentId): Promise<OrderId> {
  const { order_id } = await db
    .selectFrom("payment")
    .select("order_id")
    .where("id", "=", paymentId)
    .executeTakeFirstOrThrow();
  return order_id;
}

/** The payment as captured, booked at the provider. Undefined when it was captured before. */
export async function bookCapture(
  tx: Tx,
  { order, payment }: LockedOrder,
  { intentId, amountMinor }: Pick<Capture, "intentId" | "amountMinor">,
  mover: Mover,
): Promise<LockedOrder["payment"] | undefined> {
  const [moved] = await transitionAll(tx, "payment", [payment.id], "capture", mover);
  if (!moved) return undefined;
  const captured = await tx
    .updateTable("payment")
    .set({
      captured_minor: amountMinor,
      captured_difference_minor: amountMinor - order.total_minor,
      provider_intent_id: intentId,
      parked_reason: null,
      parked_at: null,
    })
    .where("id", "=", payment.id)
    .returningAll()
    .executeTakeFirstOrThrow();
  await recordMoney(tx, {
    orderId: order.id,
    debit: "provider",
    credit: "receivable",
    amountMinor,
    currency: order.currency,
    cause: `capture:${payment.id}`,
  });
  return captured;
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
