import type { PaymentId } from "@tuckshop/contracts/ids";
import type { Stripe } from "stripe";
import type { Task, TaskContext } from "../task.ts";
import { endUnpaid, endUnsent } from "./end-unpaid.ts";
import { findPage } from "./find-page.ts";
import { recordOpened } from "./open-payment.ts";
import { isRefused, type Provider } from "./provider.ts";
import { applySession } from "./sync-payment.ts";

const actor = "payment.close";

/**
 * Ends a card payment that nobody may pay any more: its page is expired at the provider. If the
 * shopper paid in the last second, the provider says so and the money is applied like any other. A
 * page whose making was never answered is found first: none is left behind that could still be paid.
 */
export const closePayment: Task<"payment.close"> = async (context, { paymentId }) => {
  const { db, provider } = context;
  const payment = await db
    .selectFrom("payment")
    .select("provider_session_id as sessionId")
    .where("id", "=", paymentId)
    .where("state", "in", ["created", "open"])
    .where("parked_reason", "is", null)
    .executeTakeFirst();
  if (!payment) return;
  const sessionId = payment.sessionId ?? (await findAndRecord(context, paymentId));
  if (!sessionId) return;
  await applySession(context, paymentId, await expire(provider, sessionId));
};

/** The page that the provider has after all; undefined when it has none, and the payment is over. */
async function findAndRecord(
  context: TaskContext,
  paymentId: PaymentId,
): Promise<string | undefined> {
  if (await endUnsent(context.db, paymentId, { actor, cause: "no page was opened" })) {
    return undefined;
  }
  const session = await findPage(context, paymentId).catch((error: unknown) => {
    if (isRefused(error)) return undefined; // asked, and declined to make one
    throw error;
  });
  if (session) {
    await recordOpened(context, paymentId, session);
    return session.id;
  }
  await endUnpaid(context.db, paymentId, { actor, cause: "no page was made" });
  return undefined;
}

/** Stripe refuses to expire a session that has ended; how it ended is what we then need to know. */
export async function expire(
  provider: Provider,
  sessionId: string,
): Promise<Stripe.Checkout.Session> {
  try {
    return await provider.ask((stripe) => stripe.checkout.sessions.expire(sessionId));
  } catch (error) {
    if (!isRefused(error)) throw error;
    return await provider.ask((stripe) => stripe.checkout.sessions.retrieve(sessionId));
  }
}
