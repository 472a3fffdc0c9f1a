import type { PaymentId } from "@tuckshop/contracts/ids";
import { orderMachine } from "@tuckshop/contracts/machines";
import { transitionAll, type Mover } from "@tuckshop/db/atomic/transition";
import type { Db, Tx } from "@tuckshop/db/schema";
import { lockOrder } from "../orders/order-record.ts";
import { orderOf } from "./apply-capture.ts";
import { fallBackToCash } from "./fall-back-to-cash.ts";
import { wasSent } from "./find-page.ts";

/**
 * A card payment is over and nobody paid: the provider says so, or never had a page. An order that
 * stood on it while it was confirmed owes cash again, in the same commit.
 */
export async function endUnpaid(db: Db, paymentId: PaymentId, mover: Mover): Promise<void> {
  await db.transaction().execute((tx) => end(tx, paymentId, mover, () => true));
}

/** Ends a payment whose page was never asked for. False when one may be there. */
export async function endUnsent(db: Db, paymentId: PaymentId, mover: Mover): Promise<boolean> {
  return await db
    .transaction()
    .execute((tx) => end(tx, paymentId, mover, async () => !(await wasSent(tx, paymentId))));
}

/** The payment is locked before it is asked whether it may end: see `stampSent`. */
async function end(
  tx: Tx,
  paymentId: PaymentId,
  mover: Mover,
  may: () => boolean | Promise<boolean>,
): Promise<boolean> {
  const { order } = await lockOrder(tx, { id: await orderOf(tx, paymentId) });
  if (!(await may())) return false;
  const [moved] = await transitionAll(tx, "payment", [paymentId], "cancel", mover);
  const waits = order.state === "pending_payment" || order.state === "expired";
  if (moved && !waits && !orderMachine.ended(order.state)) await fallBackToCash(tx, order, mover);
  return true;
}
