import type { RefundId } from "@tuckshop/contracts/ids";
import type { ReadDb } from "@tuckshop/db/schema";
import { sql } from "kysely";
import type { Stripe } from "stripe";
import type { Task, TaskContext } from "../task.ts";
import { applyRefund, failRefund } from "./apply-refund.ts";
import { isIndeterminate, isKeyRefused, isRefused } from "./provider.ts";
import { isStale } from "./stale-answer.ts";

/**
 * Sends a refund with its stored key: a lost answer is asked for again, never sent twice. One that the
 * provider has taken is asked about by its id; one whose key is no longer safe to send is looked for.
 */
export const sendRefund: Task<"refund.send"> = async (context, { refundId }) => {
  const refund = await dueRefund(context.db, refundId);
  if (!refund) return;
  const { sentId, mustLookUp } = refund;
  if (sentId) {
    const answer = await context.provider.ask((stripe) => stripe.refunds.retrieve(sentId));
    await applyRefund(context.db, refundId, answer);
  } else if (mustLookUp) {
    const found = await findRefund(context, refund);
    if (found) await applyRefund(context.db, refundId, found);
    else await failRefund(context.db, refundId, "The provider never had it.");
  } else await createRefund(context, refund);
};

async function dueRefund(db: ReadDb, refundId: RefundId) {
  const due = await db
    .selectFrom("refund")
    .innerJoin("payment", "payment.id", "refund.payment_id")
    .select(["refund.id", "refund.amount_minor", "refund.idempotency_key"])
    .select(["payment.provider_intent_id as intentId", "refund.provider_refund_id as sentId"])
    .select(
      sql<boolean>`refused_at is not null or coalesce(sent_at < now() - interval '23 hours', false)`.as(
        "mustLookUp",
      ),
    )
    .where("refund.id", "=", refundId)
    .where("refund.state", "in", ["requested", "sent"])
    .where("payment.provider_intent_id", "is not", null)
    .executeTakeFirst();
  return due && { ...due, intentId: due.intentId ?? "" };
}
type DueRefund = NonNullable<Awaited<ReturnType<typeof dueRefund>>>;

async function createRefund(context: TaskContext, refund: DueRefund): Promise<void> {
  const { db, provider, log } = context;
  const { id, intentId: payment_intent, amount_minor: amount } = refund;
  try {
    const answer = await provider.ask(async (stripe) => {
      await stamp(context, id, "sent_at");
      return await stripe.refunds.create(
        { payment_intent, amount, metadata: { refund_id: id } },
        { idempotencyKey: refund.idempotency_key },
      );
    });
    await applyRefund(db, id, answer);
  } catch (error) {
    if (isKeyRefused(error)) {
      log.error({ err: error, refundId: id }, "the provider refuses the key of a refund");
      await stamp(context, id, "refused_at"); // from now on it is looked for
    } else if (isRefused(error)) await failRefund(db, id, error.message);
    else if (isIndeterminate(error)) {
      const found = await findRefund(context, refund);
      if (found) await applyRefund(db, id, found);
      else {
        await renewKey(context, refund);
        throw error; // the job asks again, with the same key unless it was renewed
      }
    } else throw error;
  }
}

async function stamp(
  { db }: TaskContext,
  id: RefundId,
  column: "sent_at" | "refused_at",
): Promise<void> {
  await db
    .updateTable("refund")
    .set({ [column]: sql<string>`now()` })
    .where("id", "=", id)
    .where(column, "is", null)
    .execute();
}

/** A 500 that has left no refund is what this key will always answer: the next try has its own. */
async function renewKey({ db }: TaskContext, { id, idempotency_key: key }: DueRefund) {
  const [, count = "1"] = /:refund:(\d+)$/.exec(key) ?? [];
  await db
    .updateTable("refund")
    .set({ idempotency_key: `${id}:refund:${Number(count) + 1}`, sent_at: null })
    .where("id", "=", id)
    .where("state", "=", "requested")
    .where("idempotency_key", "=", key)
    .where(isStale("sent_at"))
    .execute();
}

/** Our refund among those of its payment, by the id that we gave it there. */
async function findRefund(
  { provider }: TaskContext,
  { id, intentId }: DueRefund,
): Promise<Stripe.Refund | undefined> {
  const refunds = await refundsAt(provider, intentId);
  return refunds.find((refund) => refund.metadata?.["refund_id"] === id);
}

const refundsMax = 1_000;

/** Every refund of one charge at the provider, oldest first. */
export async function refundsAt(
  provider: TaskContext["provider"],
  payment_intent: string,
): Promise<Stripe.Refund[]> {
  const refunds = await provider.ask((stripe) =>
    stripe.refunds.list({ payment_intent, limit: 100 }).autoPagingToArray({ limit: refundsMax }),
  );
  return refunds.toReversed();
}
