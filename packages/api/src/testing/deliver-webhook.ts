import Stripe from "stripe";
import { receiveStripeEvent } from "../webhooks/receive-stripe-event.ts";
import type { TestShop } from "./test-shop.ts";

const secret = "whsec_test_secret";

/** Sends an event to our webhook, signed as the provider does. */
export function deliver(
  shop: TestShop,
  event: object,
  signedWith = secret,
  secrets: readonly string[] = [secret],
): Promise<void> {
  const body = JSON.stringify(event);
  const signature = Stripe.webhooks.generateTestHeaderString({ payload: body, secret: signedWith });
  return receiveStripeEvent({ db: shop.db, secrets }, body, signature);
}
