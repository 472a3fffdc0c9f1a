import type { PaymentId } from "@tuckshop/contracts/ids";
import { transitionAll } from "@tuckshop/db/atomic/transition";
import { sql } from "kysely";
import type { Stripe } from "stripe";
import type { Task, TaskContext } from "../task.ts";
import { endUnpaid } from "./end-unpaid.ts";
import { findPage } from "./find-page.ts";

/** Opens the provider's payment page for a payment that has none yet, and may still be paid. */
export const openPayment: Task<"payment.open"> = async (context, { paymentId }) => {
  const due = await context.db
    .selectFrom("payment")
    .innerJoin("orders", "orders.id", "payment.order_id")
    .select("payment.id")
    .where("payment.id", "=", paymentId)
    .where("payment.state", "=", "created")
    .where("payment.parked_reason", "is", null)
    .where((eb) =>
      eb.or([
        eb("orders.state", "=", "pending_payment").and(
          "orders.expires_at",
          ">",
          sql<string>`now()`,
        ),
        eb("payment.pay_by", ">", sql<string>`now()`),
      ]),
    )
    .executeTakeFirst();
  if (!due) return;
  const session = await findPage(context, paymentId);
  if (session) await recordOpened(context, paymentId, session);
  // The order can still be paid: asked again, it gets a payment with a key of its own.
  else await endUnpaid(context.db, paymentId, { actor: "payment.open", cause: "no page was made" });
};

/** Keeps the page's id and address, once: of two that opened it together, the second changes nothing. */
export async function recordOpened(
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
      .set({ done_at: sql<string>`now()`, sent_at: sql<string>`coalesce(sent_at, now())` })
      .where("payment_id", "=", paymentId)
      .where("done_at", "is", null)
      .execute();
  });
}
