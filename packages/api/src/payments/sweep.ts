import type { PaymentId } from "@tuckshop/contracts/ids";
import { takeTurns } from "@tuckshop/db/atomic/sweep-turn";
import { sql } from "kysely";
import { sweepEach } from "../sweep-each.ts";
import type { Task, TaskContext } from "../task.ts";
import { closePayment } from "./close-payment.ts";
import { sendRefund } from "./send-refund.ts";
import { syncPayment } from "./sync-payment.ts";

const batch = 100;
const unsettled = sql<boolean>`state in ('created', 'open') and parked_reason is null`;
const owed = sql<boolean>`state in ('requested', 'sent')`;

/**
 * Asks in turn about card payments and refunds that have not ended, so that a webhook that never comes
 * changes nothing; a page that may no longer be paid is closed. One that fails stops no other.
 */
export const sweepPayments: Task<"payment.sweep"> = async (context) => {
  const { db } = context;
  await sweepEach(context, await takeTurns(db, "payment", unsettled, batch), (paymentId) =>
    settle(context, paymentId),
  );
  await sweepEach(context, await takeTurns(db, "refund", owed, batch), (refundId) =>
    sendRefund(context, { refundId }),
  );
};

async function settle(context: TaskContext, paymentId: PaymentId): Promise<void> {
  const { mayPay } = await context.db
    .selectFrom("payment")
    .innerJoin("orders", "orders.id", "payment.order_id")
    .select(
      sql<boolean>`orders.state = 'pending_payment' or coalesce(pay_by > now(), false)`.as(
        "mayPay",
      ),
    )
    .where("payment.id", "=", paymentId)
    .executeTakeFirstOrThrow();
  await (mayPay ? syncPayment : closePayment)(context, { paymentId });
}
