import type { Task } from "../task.ts";
import { closePayment } from "./close-payment.ts";
import { syncPayment } from "./sync-payment.ts";

const batch = 100;

/**
 * Asks about every card payment that has not ended, so that a webhook that never comes changes
 * nothing; of an order that has ended, the page is closed. One that fails stops no other.
 */
export const sweepPayments: Task<"payment.sweep"> = async (context) => {
  const open = await context.db
    .selectFrom("payment")
    .innerJoin("orders", "orders.id", "payment.order_id")
    .select(["payment.id", "orders.state"])
    .where("payment.state", "in", ["created", "open"])
    .orderBy("payment.id")
    .limit(batch)
    .execute();
  for (const { id: paymentId, state } of open) {
    const task = state === "pending_payment" ? syncPayment : closePayment;
    try {
      await task(context, { paymentId });
    } catch (error) {
      context.log.warn({ err: error, paymentId }, "payment not settled yet");
    }
  }
};
