import * as z from "zod/mini";
import { OrderId, OrderReference } from "./ids.ts";
import { webhookMachine } from "./machines.ts";
import { PageInput, Timestamp, pageOf } from "./page.ts";

const WebhookState = z.enum(webhookMachine.states);

/** The provider's own id of an event. */
export const WebhookEventId = z.string().check(z.regex(/^evt_[A-Za-z0-9_]{1,250}$/));

/** One event of the payment provider, and what became of it here. */
export const ReceivedWebhook = z.object({
  id: WebhookEventId,
  type: z.string(),
  state: WebhookState,
  /** How often the provider sent it; it counts once. */
  deliveryCount: z.int(),
  attemptCount: z.int(),
  receivedAt: Timestamp,
  /** When it is tried next; null once it has ended. */
  dueAt: z.nullable(Timestamp),
  lastError: z.nullable(z.string()),
  /** What it was about, where it was applied. */
  order: z.nullable(z.object({ id: OrderId, reference: OrderReference })),
});
export type ReceivedWebhook = z.infer<typeof ReceivedWebhook>;

export const ListWebhooks = z.object({
  states: z.optional(z.array(WebhookState).check(z.minLength(1))),
  ...PageInput,
});
export type ListWebhooks = z.infer<typeof ListWebhooks>;

export const WebhookPage = pageOf(ReceivedWebhook);

export const RedriveWebhook = z.object({ eventId: WebhookEventId });
export type RedriveWebhook = z.infer<typeof RedriveWebhook>;
