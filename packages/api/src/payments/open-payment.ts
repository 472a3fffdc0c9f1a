import type { PaymentId } from "@tuckshop/contracts/ids";
import { transitionAll } from "@tuckshop/db/atomic/transition";
import { sql } from "kysely";
import type { Stripe } from "stripe";
import type { Task, TaskContext } from "../task.ts";

/**
 * Opens the provider's payment page for a payment that has none yet. Whoever repeats this sends the
 * stored key with the stored parameters, so the provider answers with the page it has made.
 */
export const openPayment: Task<"payment.open"> = async (context, { paymentId }) => {
  const { db, provider } = context;
  const due = await db
    .selectFrom("payment")
    .innerJoin("orders", "orders.id", "payment.order_id")
    .innerJoin("payment_attempt as attempt", "attempt.payment_id", "payment.id")
    .select(["attempt.id", "attempt.idempotency_key", "attempt.params"])
    .where("payment.id", "=", paymentId)
    .where("payment.state", "=", "created")
    .where("orders.state", "=", "pending_payment")
    .where(sql<boolean>`orders.expires_at > now()`) // never a create that its key no longer guards (I11)
    .orderBy("attempt.attempt_no", "desc")
    .executeTakeFirst();
  if (!due) return;
  const params = due.params as Stripe.Checkout.SessionCreateParams; // written by createCardPayment
  const session = await provider.ask((stripe) =>
    stripe.checkout.sessions.create(params, { idempotencyKey: due.idempotency_key }),
  );
  await recordOpened(context, paymentId, session);
};

/** Keeps the page's id and address, once: of two that opened it together, the second changes nothing. */
async function recordOpened(
  { db }: TaskContext,
  paymentId: PaymentId,
  session: Stripe.Checkout.Session,
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const [moved] = await transitionAll(tx, "payment", [paymentId], "open", {
      actor: "payment.open",
      cause: session.id,
    });
    if (!moved) return;
    await tx
      .updateTable("payment")
      .set({ provider_session_id: session.id, provider_url: session.url })
      .where("id", "=", paymentId)
      .execute();
    await tx
      .updateTable("payment_attempt")
      .set({ done_at: new Date().toISOString() })
      .where("payment_id", "=", paymentId)
      .where("done_at", "is", null)
      .execute();
  });
}
