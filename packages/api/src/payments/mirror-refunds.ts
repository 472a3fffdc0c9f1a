import { newId, RefundId, type PaymentId } from "@tuckshop/contracts/ids";
import { takePaid } from "@tuckshop/db/atomic/refund";
import { recordBirths } from "@tuckshop/db/atomic/transition";
import type { Db, ReadDb, Tx } from "@tuckshop/db/schema";
import type { Stripe } from "stripe";
import { lockOrder } from "../orders/order-record.ts";
import type { TaskContext } from "../task.ts";
import { applyRefund } from "./apply-refund.ts";
import { refundsAt, sendRefund } from "./send-refund.ts";

/**
 * Brings the refunds of one charge in step with the provider’s: what it says about ours is applied,
 * and what somebody refunded at its dashboard becomes a row of ours, once. In any order and number.
 */
export async function mirrorRefunds(context: TaskContext, paymentId: PaymentId): Promise<void> {
  const { db, provider } = context;
  const payment = await db
    .selectFrom("payment")
    .select("provider_intent_id as intentId")
    .where("id", "=", paymentId)
    .where("state", "in", ["captured", "surplus"])
    .executeTakeFirst();
  if (!payment?.intentId) return;
  for (const refund of await refundsAt(provider, payment.intentId)) {
    const ours = await knownRefund(db, paymentId, refund);
    const refundId = ours ?? (await mirror(context, paymentId, refund));
    if (refundId) await applyRefund(db, refundId, refund);
  }
}

/** A refund of ours: by the provider’s id, or by our own which it carries, unless we gave that one up. */
async function knownRefund(
  db: ReadDb,
  paymentId: PaymentId,
  { id, metadata }: Stripe.Refund,
): Promise<RefundId | undefined> {
  const named = RefundId.safeParse(metadata?.["refund_id"]);
  const refund = await db
    .selectFrom("refund")
    .select("id")
    .where("payment_id", "=", paymentId)
    .where((eb) => {
      const isIt = eb("provider_refund_id", "=", id);
      const isNamed = named.success && eb("id", "=", named.data).and("state", "<>", "failed");
      return isNamed ? eb.or([isIt, isNamed]) : isIt;
    })
    .executeTakeFirst();
  return refund?.id;
}

/** Undefined when there is nothing to mirror: it came to nothing at the provider. */
async function mirror(
  context: TaskContext,
  paymentId: PaymentId,
  refund: Stripe.Refund,
): Promise<RefundId | undefined> {
  if (refund.status === "failed" || refund.status === "canceled") return undefined;
  const { db } = context;
  const attempt = () => db.transaction().execute((tx) => insertMirror(tx, paymentId, refund));
  const first = await attempt();
  if (first !== "no room") return first;
  // Refunds of ours on their way have taken what the provider has given to this one: it decides them.
  for (const refundId of await unsettled(db, paymentId)) await sendRefund(context, { refundId });
  const second = await attempt();
  if (second === "no room") throw new Error(`${refund.id} does not fit into ${paymentId} yet.`);
  return second;
}

const unsettled = async (db: Db, paymentId: PaymentId): Promise<RefundId[]> => {
  const rows = await db
    .selectFrom("refund")
    .select("id")
    .where("payment_id", "=", paymentId)
    .where("state", "in", ["requested", "sent"])
    .orderBy("id")
    .execute();
  return rows.map(({ id }) => id);
};

/** Born as sent: the provider has it already. */
async function insertMirror(
  tx: Tx,
  paymentId: PaymentId,
  refund: Stripe.Refund,
): Promise<RefundId | undefined | "no room"> {
  const { order_id } = await tx
    .selectFrom("payment")
    .select("order_id")
    .where("id", "=", paymentId)
    .executeTakeFirstOrThrow();
  await lockOrder(tx, { id: order_id });
  const { id: providerId } = refund;
  const known = await tx
    .selectFrom("refund")
    .select("id")
    .where("provider_refund_id", "=", providerId)
    .executeTakeFirst();
  if (known) return known.id;
  if (!(await takePaid(tx, paymentId, refund.amount))) return "no room";
  const id = newId(RefundId);
  await tx
    .insertInto("refund")
    .values({
      id,
      payment_id: paymentId,
      state: "sent",
      amount_minor: refund.amount,
      reason: "Refunded at the payment provider’s dashboard.",
      cause: `dashboard:${providerId}`,
      idempotency_key: `${id}:mirror`,
      provider_refund_id: providerId,
    })
    .execute();
  const mover = { actor: "refund.mirror", cause: providerId };
  await recordBirths(tx, "refund", [id], "sent", mover);
  return id;
}
