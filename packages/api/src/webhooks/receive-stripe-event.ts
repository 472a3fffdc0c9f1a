import { ShopError } from "@tuckshop/contracts/errors";
import { recordWebhookEvent } from "@tuckshop/db/atomic/webhook-event";
import type { Db } from "@tuckshop/db/schema";
import Stripe from "stripe";

const toleranceSeconds = 300;

/**
 * Takes a webhook: verified on its raw bytes, stored and its job enqueued in one commit. It is a hint
 * only; the job asks the provider. Several secrets may hold at once, while one is being replaced.
 */
export async function receiveStripeEvent(
  { db, secrets }: { db: Db; secrets: readonly string[] },
  body: string,
  signature: string,
): Promise<void> {
  const event = verified(body, signature, secrets);
  const { object } = event.data;
  await db.transaction().execute((tx) =>
    recordWebhookEvent(tx, {
      id: event.id,
      type: event.type,
      objectId: "id" in object && typeof object.id === "string" ? object.id : "",
      payload: body,
    }),
  );
}

function verified(body: string, signature: string, secrets: readonly string[]): Stripe.Event {
  for (const secret of secrets) {
    try {
      return Stripe.webhooks.constructEvent(body, signature, secret, toleranceSeconds);
    } catch (error) {
      if (!(error instanceof Stripe.errors.StripeSignatureVerificationError)) throw error;
    }
  }
  throw new ShopError({ code: "FORBIDDEN" });
}
