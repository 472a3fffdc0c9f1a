import type Stripe from "stripe";
import { webhookSignature } from "./webhook-signature.ts";

/** One attempt to deliver an event to an endpoint. */
export interface WebhookDelivery {
  readonly at: string;
  readonly event: string;
  readonly type: string;
  readonly url: string;
  readonly attempt: number;
  readonly delivered: boolean;
  /** The status that the endpoint answered, or null when it did not answer. */
  readonly status: number | null;
  readonly error: string | null;
}

/** Posts a signed event once. Only a 2xx counts as delivered: Stripe follows no redirect. */
export async function postEvent(
  endpoint: Stripe.WebhookEndpoint,
  event: Stripe.Event,
  attempt: number,
  signal: AbortSignal,
): Promise<WebhookDelivery> {
  const now = new Date();
  const body = JSON.stringify(event, null, 2);
  const about = {
    at: now.toISOString(),
    event: event.id,
    type: event.type,
    url: endpoint.url,
    attempt,
  };
  try {
    const response = await fetch(endpoint.url, {
      method: "POST",
      body,
      redirect: "manual",
      signal,
      headers: {
        "Content-Type": "application/json; charset=utf-8",
        "User-Agent": "Stripe/1.0 (+https://stripe.com/docs/webhooks)",
        "Stripe-Signature": webhookSignature(
          body,
          endpoint.secret ?? "",
          Math.floor(now.getTime() / 1000),
        ),
      },
    });
    await response.body?.cancel();
    return { ...about, delivered: response.ok, status: response.status, error: null };
  } catch (error) {
    return { ...about, delivered: false, status: null, error: reasonOf(error) };
  }
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? error.cause.message : error.message;
}
