import { PaymentId } from "@tuckshop/contracts/ids";
import { transitionAll } from "@tuckshop/db/atomic/transition";
import type { Db } from "@tuckshop/db/schema";
import * as z from "zod/mini";
import { syncPayment } from "../payments/sync-payment.ts";
import type { Task } from "../task.ts";

const about = ["checkout.session.", "payment_intent.", "charge."];

const EventObject = z.object({
  data: z.object({
    object: z.object({
      metadata: z.optional(z.nullable(z.record(z.string(), z.string()))),
    }),
  }),
});

/** Follows the hint in a stored event: asks the provider about the payment it names. */
export const applyStripeEvent: Task<"webhook.apply"> = async (context, { eventId }) => {
  const { db } = context;
  const event = await db
    .selectFrom("webhook_event")
    .select(["type", "payload"])
    .where("id", "=", eventId)
    .where("state", "in", ["received", "retry"])
    .executeTakeFirst();
  if (!event) return;
  const payment = about.some((prefix) => event.type.startsWith(prefix))
    ? await knownPayment(db, event.payload)
    : undefined;
  // The event was quicker than the answer to our own call: the job comes back for it.
  if (payment?.state === "created")
    throw new Error(`The page of ${payment.id} is not recorded yet.`);
  if (payment) await syncPayment(context, { paymentId: payment.id });
  await db.transaction().execute((tx) =>
    transitionAll(tx, "webhook_event", [eventId], payment ? "apply" : "ignore", {
      actor: "webhook.apply",
      cause: payment?.id,
    }),
  );
};

/** The payment that an event is about, by the id that we gave every object of ours at the provider. */
async function knownPayment(db: Db, payload: unknown) {
  const metadata = EventObject.safeParse(payload).data?.data.object.metadata;
  const named = PaymentId.safeParse(metadata?.["payment_id"]);
  if (!named.success) return undefined;
  return await db
    .selectFrom("payment")
    .select(["id", "state"])
    .where("id", "=", named.data)
    .executeTakeFirst();
}
