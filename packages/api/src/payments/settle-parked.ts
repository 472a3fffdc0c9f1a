import { ShopError } from "@tuckshop/contracts/errors";
import { orderMachine } from "@tuckshop/contracts/machines";
import type { Money } from "@tuckshop/contracts/money";
import type { StaffOrder } from "@tuckshop/contracts/orders";
import type { SettleParked } from "@tuckshop/contracts/payments";
import type { StaffMember } from "@tuckshop/contracts/staff";
import { enqueue } from "@tuckshop/db/atomic/enqueue";
import { transition, type Mover } from "@tuckshop/db/atomic/transition";
import type { Tx } from "@tuckshop/db/schema";
import { cancelOrder } from "../orders/cancel-order.ts";
import { lockOrder, type LockedOrder } from "../orders/order-record.ts";
import { staffOrder } from "../orders/staff-queries.ts";
import { bookCapture, standOn } from "./apply-capture.ts";
import { parkedPayment } from "./parked-payment.ts";
import { recordSurplus } from "./record-surplus.ts";
import { requestRefund } from "./request-refund.ts";

/**
 * The staff decide about a parked payment: the order stands on what was paid, and what is too much goes
 * back; or all of it goes back, in the currency it came in, and the order is cancelled. One commit, and
 * the payment is parked no more.
 */
export async function settleParked(
  tx: Tx,
  staff: StaffMember,
  { orderId, paymentId, decision, reason = "the amount was not ours" }: SettleParked,
): Promise<StaffOrder> {
  const locked = await lockOrder(tx, { id: orderId });
  const { payment } = locked;
  const parked = payment.id === paymentId ? parkedPayment(locked.order, payment) : null;
  const cannot = decision === "accept" ? parked?.cannotAccept : parked?.cannotRefund;
  if (!parked || cannot) {
    const { state } = payment;
    throw new ShopError({ code: "ILLEGAL_TRANSITION", entity: "payment", event: decision, state });
  }
  const mover = { actor: staff.id, cause: reason };
  if (parked.captured === null) await letGo(tx, locked, reason, mover);
  else if (parked.captured.currency !== locked.order.currency) {
    await sendForeignBack(tx, locked, parked.captured, mover);
  } else {
    const { minor: amountMinor } = parked.captured;
    const capture = { intentId: payment.provider_intent_id, amountMinor };
    const captured = await bookCapture(tx, locked, capture, mover);
    if (captured) {
      const held = { order: locked.order, payment: captured };
      await (decision === "accept" ? accept : sendBack)(tx, held, reason, mover);
    }
  }
  return staffOrder(tx, orderId, staff.role);
}

async function accept(tx: Tx, { order, payment }: LockedOrder, reason: string, mover: Mover) {
  await standOn(tx, order, mover);
  const amountMinor = payment.captured_minor - order.total_minor;
  if (amountMinor === 0) return;
  await requestRefund(tx, payment, { amountMinor, reason, cause: `parked:${payment.id}` }, mover);
}

async function sendBack(tx: Tx, locked: LockedOrder, reason: string, mover: Mover) {
  const { order, payment } = locked;
  if (orderMachine.can("cancel", order.state)) return cancelOrder(tx, locked, reason, mover);
  const amountMinor = payment.captured_minor;
  await requestRefund(tx, payment, { amountMinor, reason, cause: `parked:${payment.id}` }, mover);
}

/** Money of another currency was never the order's: it is kept apart, and goes back as it came. */
async function sendForeignBack(
  tx: Tx,
  { order, payment }: LockedOrder,
  { minor: amountMinor, currency }: Money,
  mover: Mover,
): Promise<void> {
  const { provider_session_id, provider_intent_id: intentId } = payment;
  const capture = { sessionId: provider_session_id ?? payment.id, intentId, amountMinor, currency };
  await transition(tx, "payment", payment.id, "cancel", mover);
  const ended = await tx
    .updateTable("payment")
    .set({ parked_reason: null, parked_at: null, provider_intent_id: null })
    .where("id", "=", payment.id)
    .returningAll()
    .executeTakeFirstOrThrow();
  await recordSurplus(tx, order, capture, mover.cause ?? "It was not ours.", mover);
  if (orderMachine.can("cancel", order.state)) {
    await cancelOrder(tx, { order, payment: ended }, mover.cause ?? "", mover);
  }
}

/** No money is known of: the order is cancelled, and the page, if there is one, is found and closed. */
async function letGo(tx: Tx, locked: LockedOrder, reason: string, mover: Mover): Promise<void> {
  const { order, payment } = locked;
  await tx
    .updateTable("payment")
    .set({ parked_reason: null, parked_at: null })
    .where("id", "=", payment.id)
    .execute();
  if (orderMachine.can("cancel", order.state)) await cancelOrder(tx, locked, reason, mover);
  else await enqueue(tx, "payment.close", { paymentId: payment.id });
}
