import type { PrincipalId } from "@tuckshop/contracts/ids";
import type { ReceivedWebhook, RedriveWebhook } from "@tuckshop/contracts/webhooks";
import { redriveWebhookEvent } from "@tuckshop/db/atomic/webhook-attempt";
import type { Tx } from "@tuckshop/db/schema";
import { webhookById } from "./queries.ts";

/** Tries a dead event again. It asks the provider, as every event does, so that it cannot do harm. */
export async function redriveWebhook(
  tx: Tx,
  actor: PrincipalId,
  { eventId }: RedriveWebhook,
): Promise<ReceivedWebhook> {
  await redriveWebhookEvent(tx, eventId, { actor });
  return webhookById(tx, eventId);
}
