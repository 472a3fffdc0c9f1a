import Stripe from "stripe";
import { transitionAll } from "@tuckshop/db/atomic/transition";
import type { Task } from "../task.ts";
import type { Provider } from "./provider.ts";
import { applySession } from "./sync-payment.ts";

/**
 * Ends a card payment that nobody may pay any more: its page is expired at the provider. If the
 * shopper paid in the last second, the provider says so and the money is applied like any other.
 */
export const closePayment: Task<"payment.close"> = async (context, { paymentId }) => {
  const { db, provider } = context;
  const payment = await db
    .selectFrom("payment")
    .select(["state", "provider_session_id"])
    .where("id", "=", paymentId)
    .where("state", "in", ["created", "open"])
    .executeTakeFirst();
  if (!payment) return;
  if (!payment.provider_session_id) {
    const mover = { actor: "payment.close", cause: "no page was opened" };
    await db
      .transaction()
      .execute((tx) => transitionAll(tx, "payment", [paymentId], "cancel", mover));
    return;
  }
  const session = await expire(provider, payment.provider_session_id);
  await applySession(context, paymentId, session);
};

/** Stripe refuses to expire a session that has ended; how it ended is what we then need to know. */
async function expire(provider: Provider, sessionId: string): Promise<Stripe.Checkout.Session> {
  try {
    return await provider.ask((stripe) => stripe.checkout.sessions.expire(sessionId));
  } catch (error) {
    if (!(error instanceof Stripe.errors.StripeInvalidRequestError)) throw error;
    return await provider.ask((stripe) => stripe.checkout.sessions.retrieve(sessionId));
  }
}
