import { sql } from "kysely";
import type { Stripe } from "stripe";
import type { DB } from "@tuckshop/db/schema.gen";
import type { Db } from "@tuckshop/db/schema";
import type { Task, TaskContext } from "../task.ts";
import { mirrorRefunds } from "./mirror-refunds.ts";
import { settleSession } from "./settle-session.ts";

const objectsMax = 10_000;
/** A page lives a day and can be paid all the time; a clock may be an hour off. */
const overlapHours = 25;

/**
 * Reads what the provider has made lately and settles what we do not know of: pages whose answer was
 * lost, pages paid after their payment had ended, refunds made at the dashboard or come back from the
 * bank. It starts where the last complete reading began, so a shop that was away for a week misses
 * nothing.
 */
export const sweepProvider: Task<"provider.sweep"> = async (context) => {
  await read(context, "sessions", async (stripe, created) => {
    const list = stripe.checkout.sessions.list({ created, limit: 100 });
    const sessions = await list.autoPagingToArray({ limit: objectsMax });
    return sessions.map((session) => () => settleSession(context, session));
  });
  await read(context, "refunds", async (stripe, created) => {
    const list = stripe.refunds.list({ created, limit: 100 });
    const refunds = await list.autoPagingToArray({ limit: objectsMax });
    return refunds.map((refund) => () => settleRefund(context, refund));
  });
  // A refund may fail weeks after it was made: only its event is young.
  await read(context, "failed_refunds", async (stripe, created) => {
    const list = stripe.events.list({ type: "refund.failed", created, limit: 100 });
    const events = await list.autoPagingToArray({ limit: objectsMax });
    return events.flatMap((event) =>
      event.type === "refund.failed" ? [() => settleRefund(context, event.data.object)] : [],
    );
  });
};

type List = DB["provider_sweep"]["list"];
type Work = () => Promise<void>;

/** One object that fails stops no other, but is read again: the mark moves on only past what is settled. */
async function read(
  { db, provider, log }: TaskContext,
  list: List,
  ask: (stripe: Stripe, created: { gte: number }) => Promise<Work[]>,
): Promise<void> {
  const { startedAt, gte } = await markOf(db, list);
  const work = await provider.ask((stripe) => ask(stripe, { gte }));
  let failed = 0;
  for (const settle of work) {
    await settle().catch((err: unknown) => {
      failed++;
      log.warn({ err, list }, "not settled yet");
    });
  }
  if (work.length === objectsMax) log.error({ list }, "the provider has more than one sweep reads");
  else if (failed === 0) await advance(db, list, startedAt);
}

async function markOf(db: Db, list: List) {
  const { rows } = await sql<{ startedAt: string; gte: number }>`
    select now() as "startedAt", extract(epoch from coalesce(
      (select swept_until from provider_sweep where list = ${list}), now()
    ) - make_interval(hours => ${overlapHours}))::bigint as gte
  `.execute(db);
  const [mark] = rows;
  if (!mark) throw new Error("The database told no time.");
  return mark;
}

async function advance(db: Db, list: List, sweptUntil: string): Promise<void> {
  await db
    .insertInto("provider_sweep")
    .values({ list, swept_until: sweptUntil })
    .onConflict((oc) =>
      oc.column("list").doUpdateSet({
        swept_until: sql<string>`greatest(provider_sweep.swept_until, excluded.swept_until)`,
      }),
    )
    .execute();
}

/** A refund that we know, and know to have ended, needs nothing; any other brings its charge in step. */
async function settleRefund(context: TaskContext, refund: Stripe.Refund): Promise<void> {
  const { db } = context;
  const intentId =
    typeof refund.payment_intent === "string" ? refund.payment_intent : refund.payment_intent?.id;
  const known = await db
    .selectFrom("refund")
    .select("id")
    .where("provider_refund_id", "=", refund.id)
    .where("state", "in", refund.status === "failed" ? ["failed"] : ["succeeded", "failed"])
    .executeTakeFirst();
  if (known || !intentId) return;
  const payment = await db
    .selectFrom("payment")
    .select("id")
    .where("provider_intent_id", "=", intentId)
    .executeTakeFirst();
  if (payment) await mirrorRefunds(context, payment.id);
}
