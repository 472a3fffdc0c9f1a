import { PaymentId } from "@tuckshop/contracts/ids";
import { transitionAll } from "@tuckshop/db/atomic/transition";
import {
  failWebhookAttempt,
  takeWebhookAttempt,
  type WebhookAttempt,
} from "@tuckshop/db/atomic/webhook-attempt";
import type { Db } from "@tuckshop/db/schema";
import * as z from "zod/mini";
import { syncPayment } from "../payments/sync-payment.ts";
import { errorLine } from "../redact.ts";
import type { Task, TaskContext } from "../task.ts";

const actor = "webhook.apply";
const about = ["checkout.session.", "payment_intent.", "charge."];

const EventObject = z.object({
  data: z.object({
    object: z.object({
      metadata: z.optional(z.nullable(z.record(z.string(), z.string()))),
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
  const payment = await namedPayment(context.db, payload);
  if (!payment) return undefined;
  // The event was quicker than the answer to our own call: it is tried again.
  if (payment.state === "created")
    throw new Error(`The page of ${payment.id} is not recorded yet.`);
  await syncPayment(context, { paymentId: payment.id });
  return payment.id;
}

/** The payment that an event is about, by the id that we gave every object of ours at the provider. */
async function namedPayment(db: Db, payload: unknown) {
  const metadata = EventObject.safeParse(payload).data?.data.object.metadata;
  const named = PaymentId.safeParse(metadata?.["payment_id"]);
  if (!named.success) return undefined;
  const payment = await db
    .selectFrom("payment")
    .select(["id", "state"])
    .where("id", "=", named.data)
    .executeTakeFirst();
  // It has an id of ours, so it will be known: a database that was restored catches up, say.
  if (!payment) throw new Error(`The payment ${named.data} is not known yet.`);
  return payment;
}
