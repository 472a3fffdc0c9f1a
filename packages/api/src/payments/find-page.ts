import { ShopError } from "@tuckshop/contracts/errors";
import type { PaymentId } from "@tuckshop/contracts/ids";
import type { Db } from "@tuckshop/db/schema";
import { sql } from "kysely";
import type { Stripe } from "stripe";
import type { TaskContext } from "../task.ts";
import { parkPayment } from "./park-payment.ts";
import { isIndeterminate, isKeyRefused } from "./provider.ts";
import { isStale } from "./stale-answer.ts";

const sessionsMax = 10_000;

/**
 * The provider's page for a payment that has none recorded. Whoever repeats this sends the stored key
 * with the stored parameters, so the provider answers with the page it has made. Where that is no
 * longer safe, 23 hours later or when the key was refused, the page is looked for: undefined when
 * there is none (`idempotency.md` I11, I23). A 500 is kept under the key as well: of one that has left
 * no page for half a minute, none will come, and the key is not sent again.
 */
export async function findPage(
  context: TaskContext,
  paymentId: PaymentId,
): Promise<Stripe.Checkout.Session | undefined> {
  const attempt = await newestAttempt(context.db, paymentId);
  if (attempt.mustLookUp) return await lookUp(context, paymentId, attempt.sentAt);
  const params = attempt.params as Stripe.Checkout.SessionCreateParams; // written by createCardPayment
  try {
    return await context.provider.ask(async (stripe) => {
      await stampSent(context.db, paymentId);
      return await stripe.checkout.sessions.create(params, { idempotencyKey: attempt.key });
    });
  } catch (error) {
    if (isKeyRefused(error)) await refuseKey(context, paymentId, error);
    if (!isIndeterminate(error)) throw error; // the job asks again, with the same key
    const found = await lookUp(context, paymentId, attempt.sentAt);
    if (found) return found;
    if (!attempt.isStale) throw error;
    await stamp(context.db, paymentId, "refused_at");
    return undefined;
  }
}

/** Whether the provider may have a page of this payment. */
export async function wasSent(db: Db, paymentId: PaymentId): Promise<boolean> {
  return (await newestAttempt(db, paymentId)).sentAt !== null;
}

const newestAttempt = (db: Db, paymentId: PaymentId) =>
  db
    .selectFrom("payment_attempt")
    .select(["idempotency_key as key", "params", "sent_at as sentAt"])
    .select(isStale("sent_at").as("isStale"))
    .select(
      sql<boolean>`refused_at is not null or coalesce(sent_at < now() - interval '23 hours', false)`.as(
        "mustLookUp",
      ),
    )
    .where("payment_id", "=", paymentId)
    .orderBy("attempt_no", "desc")
    .executeTakeFirstOrThrow();

/** Somebody else has just opened or ended it: whoever comes again finds how it stands. */
const movedOn = () => new ShopError({ code: "PAYMENT_UNAVAILABLE", retryAfterSeconds: 1 });

/**
 * Notes that the provider will be asked, unless the payment has moved on meanwhile. The payment is
 * locked, so that whoever cancels one that was never sent cannot miss this call.
 */
async function stampSent(db: Db, paymentId: PaymentId): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await tx
      .selectFrom("payment")
      .select("id")
      .where("id", "=", paymentId)
      .where("state", "=", "created")
      .forUpdate()
      .executeTakeFirstOrThrow(movedOn);
    await stamp(tx, paymentId, "sent_at");
  });
}

const stamp = (db: Db, paymentId: PaymentId, column: "sent_at" | "refused_at") =>
  db
    .updateTable("payment_attempt")
    .set({ [column]: sql<string>`now()` })
    .where("payment_id", "=", paymentId)
    .where(column, "is", null)
    .execute();

async function refuseKey(
  { db, log }: TaskContext,
  paymentId: PaymentId,
  err: unknown,
): Promise<void> {
  log.error({ err, paymentId }, "the provider refuses the key of a payment");
  await db.transaction().execute(async (tx) => {
    await parkPayment(tx, paymentId, "The provider says that our request was another one before.");
    await stamp(tx, paymentId, "refused_at");
  });
}

/** Our page among the provider's, by the id that we gave it there. */
async function lookUp(
  { provider }: TaskContext,
  paymentId: PaymentId,
  sentAt: string | null,
): Promise<Stripe.Checkout.Session | undefined> {
  const since = sentAt === null ? Date.now() : Date.parse(sentAt);
  const gte = Math.floor(since / 1_000) - 600; // their clock may differ from ours
  const sessions = await provider.ask((stripe) =>
    stripe.checkout.sessions
      .list({ created: { gte }, limit: 100 })
      .autoPagingToArray({ limit: sessionsMax }),
  );
  const found = sessions.find((session) => session.metadata?.["payment_id"] === paymentId);
  if (!found && sessions.length === sessionsMax) {
    throw new Error(`${paymentId} is not among the ${sessionsMax} newest pages.`);
  }
  return found;
}
