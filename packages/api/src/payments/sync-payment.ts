import type { PaymentId } from "@tuckshop/contracts/ids";
import type { Stripe } from "stripe";
import type { Task, TaskContext } from "../task.ts";
import { applyCapture } from "./apply-capture.ts";
import type { Capture } from "./capture.ts";
import { endUnpaid } from "./end-unpaid.ts";

/**
 * Asks the provider how a payment stands and applies the answer. Webhook, return page and sweep all
 * lead here, in any order and number; the rule is monotone, so the order does not matter.
 */
export const syncPayment: Task<"payment.sync"> = async (context, { paymentId }) => {
  const payment = await context.db
    .selectFrom("payment")
    .select("provider_session_id as sessionId")
    .where("id", "=", paymentId)
    .where("state", "=", "open")
    .where("parked_reason", "is", null)
    .executeTakeFirst();
  const sessionId = payment?.sessionId;
  if (!sessionId) return;
  const session = await context.provider.ask((stripe) =>
    stripe.checkout.sessions.retrieve(sessionId),
  );
  await applySession(context, paymentId, session);
};

/** What a checkout session says about our payment: paid, over without money, or still open. */
export async function applySession(
  { db }: TaskContext,
  paymentId: PaymentId,
  session: Stripe.Checkout.Session,
): Promise<void> {
  if (session.payment_status === "paid") {
    await applyCapture(db, paymentId, captureOf(session));
  } else if (session.status === "expired") {
    await endUnpaid(db, paymentId, { actor: "payment.sync", cause: session.id });
  }
}

export const captureOf = (session: Stripe.Checkout.Session): Capture => ({
  sessionId: session.id,
  intentId:
    typeof session.payment_intent === "string"
      ? session.payment_intent
      : (session.payment_intent?.id ?? null),
  amountMinor: session.amount_total ?? 0,
  currency: session.currency?.toUpperCase() ?? "",
});
