import { transitionAll } from "@tuckshop/db/atomic/transition";
import type { Task } from "../task.ts";
import { recordMoney } from "./record-money.ts";

/**
 * Sends a refund with its stored key: a lost answer is asked for again, never sent twice. One that the
 * provider has taken but not finished is asked about by its id.
 */
export const sendRefund: Task<"refund.send"> = async ({ db, provider }, { refundId }) => {
  const refund = await db
    .selectFrom("refund")
    .innerJoin("payment", "payment.id", "refund.payment_id")
    .select(["refund.amount_minor", "refund.idempotency_key", "payment.order_id"])
    .select(["payment.provider_intent_id", "payment.currency", "refund.provider_refund_id"])
    .where("refund.id", "=", refundId)
    .where("refund.state", "in", ["requested", "sent"])
    .executeTakeFirst();
  if (!refund?.provider_intent_id) return;
  const { provider_refund_id: sentId, provider_intent_id: payment_intent } = refund;
  const answer = await provider.ask((stripe) =>
    sentId
      ? stripe.refunds.retrieve(sentId)
      : stripe.refunds.create(
          { payment_intent, amount: refund.amount_minor, metadata: { refund_id: refundId } },
          { idempotencyKey: refund.idempotency_key },
        ),
  );
  const event =
    answer.status === "failed" ? "fail" : answer.status === "succeeded" ? "succeed" : "send";
  await db.transaction().execute(async (tx) => {
    const mover = { actor: "refund.send", cause: answer.id };
    const [moved] = await transitionAll(tx, "refund", [refundId], event, mover);
    if (!moved) return;
    await tx
      .updateTable("refund")
      .set({ provider_refund_id: answer.id })
      .where("id", "=", refundId)
      .execute();
    if (event !== "succeed") return;
    await recordMoney(tx, {
      orderId: refund.order_id,
      debit: "receivable",
      credit: "provider",
      amountMinor: refund.amount_minor,
      currency: refund.currency,
      cause: `refund:${refundId}`,
    });
  });
};
