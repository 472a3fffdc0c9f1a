import { PaymentId } from "@tuckshop/contracts/ids";
import { transitionAll } from "@tuckshop/db/atomic/transition";
import {
  failWebhookAttempt,
  takeWebhookAttempt,
  type WebhookAttempt,
} from "@tuckshop/db/atomic/webhook-attempt";
import type { ReadDb } from "@tuckshop/db/schema";
import * as z from "zod/mini";
import { mirrorRefunds } from "../payments/mirror-refunds.ts";
import { isRefused } from "../payments/provider.ts";
import { syncPayment } from "../payments/sync-payment.ts";
import { errorLine } from "../redact.ts";
import type { Task, TaskContext } from "../task.ts";

const actor = "webhook.apply";
const about = ["checkout.session.", "payment_intent.", "charge.", "refund."];

const EventObject = z.object({
  data: z.object({
    object: z.object({
      metadata: z.optional(z.nullable(z.record(z.string(), z.string()))),
      payment_intent: z.optional(z.nullable(z.string())),
    }),
  }),
});

/**
 * Follows the hint in a stored event, and ends the event: applied, or ignored when it is about nothing
 * of ours. An attempt that fails is recorded with the next one owed, so the job itself is done.
 */
export const applyStripeEvent: Task<"webhook.apply"> = async (context, { eventId }) => {
  const { db, log } = context;
  const attempt = await takeWebhookAttempt(db, eventId);
  if (!attempt) return;
  try {
    const paymentId = await follow(context, attempt);
    await db.transaction().execute((tx) =>
      transitionAll(tx, "webhook_event", [eventId], paymentId ? "apply" : "ignore", {
        actor,
        cause: paymentId,
      }),
    );
  } catch (err) {
    log.warn({ err, eventId, attempt: attempt.attempt }, "webhook event not applied");
    await db
      .transaction()
      .execute((tx) => failWebhookAttempt(tx, attempt, errorLine(err), { actor }));
  }
};

/** Asks the provider about the payment that an event names. Undefined when it names none. */
async function follow(
  context: TaskContext,
  { type, payload }: WebhookAttempt,
): Promise<PaymentId | undefined> {
  if (!about.some((prefix) => type.startsWith(prefix))) return undefined;
  const payment = await namedPayment(context, payload);
  if (!payment) return undefined;
  // The event was quicker than the answer to our own call: it is tried again.
  if (payment.state === "created")
    throw new Error(`The page of ${payment.id} is not recorded yet.`);
  await syncPayment(context, { paymentId: payment.id });
  if (type.includes("refund")) await mirrorRefunds(context, payment.id);
  return payment.id;
}

/**
 * The payment that an event is about, by the id that we gave every object of ours at the provider. A
 * refund made at its dashboard carries none, but names a payment intent that does.
 */
async function namedPayment({ db, provider }: TaskContext, payload: unknown) {
  const object = EventObject.safeParse(payload).data?.data.object;
  const intentId = object?.payment_intent;
  const charged = intentId && (await paymentOf(db, "provider_intent_id", intentId));
  if (charged) return charged;
  const metadata =
    object?.metadata?.["payment_id"] || !intentId
      ? object?.metadata
      : await metadataOf(provider, intentId);
  const named = PaymentId.safeParse(metadata?.["payment_id"]);
  if (!named.success) return undefined;
  const payment = await paymentOf(db, "id", named.data);
  // It has an id of ours, so it will be known: a database that was restored catches up, say.
  if (!payment) throw new Error(`The payment ${named.data} is not known yet.`);
  return payment;
}

const paymentOf = (db: ReadDb, column: "id" | "provider_intent_id", id: string) =>
  db.selectFrom("payment").select(["id", "state"]).where(column, "=", id).executeTakeFirst();

/** Undefined when the provider knows no such payment intent. */
async function metadataOf(provider: TaskContext["provider"], intentId: string) {
  try {
    const intent = await provider.ask((stripe) => stripe.paymentIntents.retrieve(intentId));
    return intent.metadata;
  } catch (error) {
    if (isRefused(error)) return undefined;
    throw error;
  }
}
