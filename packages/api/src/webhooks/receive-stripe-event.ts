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

/** One header as Stripe writes it: a moment, and a signature for each of its secrets. */
const oneSignature = /^t=(\d{1,12})(?:,v\d=[0-9a-f]+)+$/;

function verified(body: string, signature: string, secrets: readonly string[]): Stripe.Event {
  const seconds = Number(oneSignature.exec(signature)?.[1]);
  // The SDK takes two headers joined into one, and any moment that is still to come.
  if (!(seconds <= Date.now() / 1_000 + toleranceSeconds))
    throw new ShopError({ code: "FORBIDDEN" });
  for (const secret of secrets) {
    try {
      return Stripe.webhooks.constructEvent(body, signature, secret, toleranceSeconds);
    } catch (error) {
      if (!(error instanceof Stripe.errors.StripeSignatureVerificationError)) throw error;
    }
  }
  throw new ShopError({ code: "FORBIDDEN" });
}
