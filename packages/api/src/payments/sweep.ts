import { sql } from "kysely";
import type { Task, TaskContext } from "../task.ts";
import { closePayment } from "./close-payment.ts";
import { sendRefund } from "./send-refund.ts";
import { syncPayment } from "./sync-payment.ts";

const batch = 100;

/**
 * Asks about every card payment and every refund that has not ended, so that a webhook that never
 * comes changes nothing; a page that may no longer be paid is closed. One that fails stops no other.
 */
export const sweepPayments: Task<"payment.sweep"> = async (context) => {
  const open = await context.db
    .selectFrom("payment")
    .innerJoin("orders", "orders.id", "payment.order_id")
    .select("payment.id")
    .select(
      sql<boolean>`orders.state = 'pending_payment' or coalesce(pay_by > now(), false)`.as(
        "mayPay",
      ),
    )
    .where("payment.state", "in", ["created", "open"])
    .where("payment.parked_reason", "is", null)
    .orderBy("payment.id")
    .limit(batch)
    .execute();
  for (const { id: paymentId, mayPay } of open) {
    const task = mayPay ? syncPayment : closePayment;
    await attempt(context, { paymentId }, () => task(context, { paymentId }));
  }

  const owed = await context.db
    .selectFrom("refund")
    .select("id")
    .where("state", "in", ["requested", "sent"])
    .orderBy("id")
    .limit(batch)
    .execute();
  for (const { id: refundId } of owed) {
    await attempt(context, { refundId }, () => sendRefund(context, { refundId }));
  }
};

/** One that fails is told, and stops no other. */
export async function attempt(
  { log }: TaskContext,
  what: object,
  work: () => Promise<void>,
): Promise<void> {
  try {
    await work();
  } catch (err) {
    log.warn({ err, ...what }, "not settled yet");
  }
}
