import { ShopError } from "@tuckshop/contracts/errors";
import { receiveStripeEvent } from "@tuckshop/api/webhooks/receive-stripe-event";
import type { Db } from "@tuckshop/db/schema";
import type { Context } from "hono";
import type { Logger } from "pino";

/**
 * Answers 200 once the event is stored, 400 for a signature that does not hold, and 500 when we could
 * not store it, so that Stripe sends it again. The signature is over the raw bytes.
 */
export const stripeWebhook =
  (db: Db, secrets: readonly string[], log: Logger) => async (c: Context) => {
    try {
      const body = await c.req.text();
      await receiveStripeEvent({ db, secrets }, body, c.req.header("stripe-signature") ?? "");
      return c.json({ received: true });
    } catch (error) {
      if (error instanceof ShopError) {
        return c.json({ error: { message: "The signature does not hold." } }, 400);
      }
      log.error({ err: error }, "webhook not stored");
      return c.json({ error: { message: "Not stored; please send it again." } }, 500);
    }
  };
