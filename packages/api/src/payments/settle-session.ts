import { newId, PaymentId } from "@tuckshop/contracts/ids";
import { recordBirths } from "@tuckshop/db/atomic/transition";
import type { Db, ReadDb } from "@tuckshop/db/schema";
import type { Stripe } from "stripe";
import { lockOrder } from "../orders/order-record.ts";
import type { TaskContext } from "../task.ts";
import { orderOf } from "./apply-capture.ts";
import { expire } from "./close-payment.ts";
import { recordOpened } from "./open-payment.ts";
import { recordSurplus } from "./record-surplus.ts";
import { applySession, captureOf } from "./sync-payment.ts";

/**
 * Settles a page at the provider that carries our id: one whose making was never answered is recorded
 * and followed; one that its payment does not know, or that outlived it, is expired, and refunded in
 * full if it was paid.
 */
export async function settleSession(
  context: TaskContext,
  session: Stripe.Checkout.Session,
): Promise<void> {
  const named = PaymentId.safeParse(session.metadata?.["payment_id"]);
  const payment = named.success ? await paymentWithPage(context.db, named.data) : undefined;
  if (!payment) return;
  const isItsPage = payment.sessionId === session.id;
  if (payment.state === "created" && payment.sessionId === null) {
    await recordOpened(context, payment.id, session);
    await applySession(context, payment.id, session);
  } else if (!isItsPage || payment.state === "cancelled" || payment.state === "failed") {
    await settleStray(context, payment.id, isItsPage, session);
  }
}

const paymentWithPage = (db: ReadDb, id: PaymentId) =>
  db
    .selectFrom("payment")
    .select(["id", "state", "provider_session_id as sessionId"])
    .where("id", "=", id)
    .where("parked_reason", "is", null)
    .executeTakeFirst();

async function settleStray(
  context: TaskContext,
  paymentId: PaymentId,
  isItsPage: boolean,
  listed: Stripe.Checkout.Session,
): Promise<void> {
  const { db, provider } = context;
  const session = listed.status === "open" ? await expire(provider, listed.id) : listed;
  if (session.payment_status === "paid") {
    await db.transaction().execute(async (tx) => {
      const { order } = await lockOrder(tx, { id: await orderOf(tx, paymentId) });
      await recordSurplus(tx, order, captureOf(session), "It was paid although it had ended.");
    });
  } else if (!isItsPage) await recordStrayPage(db, paymentId, session);
}

/** A page that nobody knew of and nobody paid: kept as a payment that is over, so that it is seen. */
async function recordStrayPage(
  db: Db,
  paymentId: PaymentId,
  session: Stripe.Checkout.Session,
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const { order } = await lockOrder(tx, { id: await orderOf(tx, paymentId) });
    const id = newId(PaymentId);
    const inserted = await tx
      .insertInto("payment")
      .values({
        id,
        order_id: order.id,
        method: "card",
        state: "cancelled",
        amount_minor: session.amount_total ?? 0,
        currency: order.currency,
        provider_session_id: session.id,
      })
      .onConflict((oc) => oc.column("provider_session_id").doNothing())
      .returning("id")
      .executeTakeFirst();
    const mover = { actor: "provider.sweep", cause: session.id };
    if (inserted) await recordBirths(tx, "payment", [id], "cancelled", mover);
  });
}
