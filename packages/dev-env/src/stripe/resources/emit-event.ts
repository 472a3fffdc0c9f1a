import type Stripe from "stripe";
import { ACCOUNT_API_VERSION } from "../protocol/api-version.ts";
import { nowSeconds } from "../simulator.ts";
import type { Simulator } from "../simulator.ts";
import { newId } from "../state/new-id.ts";

/** The events this simulator emits, each with the object it carries. */
interface EventObjects {
  "checkout.session.completed": Stripe.Checkout.Session;
  "checkout.session.expired": Stripe.Checkout.Session;
  "payment_intent.created": Stripe.PaymentIntent;
  "payment_intent.requires_action": Stripe.PaymentIntent;
  "payment_intent.succeeded": Stripe.PaymentIntent;
  "payment_intent.payment_failed": Stripe.PaymentIntent;
  "payment_intent.canceled": Stripe.PaymentIntent;
  "charge.succeeded": Stripe.Charge;
  "charge.failed": Stripe.Charge;
  "charge.refunded": Stripe.Charge;
  "refund.created": Stripe.Refund;
  "refund.updated": Stripe.Refund;
  "refund.failed": Stripe.Refund;
}

/** The cause of what no API request triggered: the payment page, or the passing of time. */
export const NO_REQUEST: Stripe.Event.Request = { id: null, idempotency_key: null };

/** Records an event, with the object as it is now, and sends it to the webhook endpoints. */
export function emitEvent<Type extends keyof EventObjects>(
  simulator: Simulator,
  type: Type,
  object: EventObjects[Type],
  cause: Stripe.Event.Request,
  previousAttributes?: Partial<EventObjects[Type]>,
): void {
  const data =
    previousAttributes === undefined
      ? { object }
      : { object, previous_attributes: previousAttributes };
  // A cast: EventObjects pairs type and object; the union cannot say so
  const event = {
    id: newId("evt"),
    object: "event",
    api_version: ACCOUNT_API_VERSION,
    created: nowSeconds(simulator),
    data,
    livemode: false,
    pending_webhooks: simulator.webhooks.subscribersTo(type).length,
    request: cause,
    type,
  } as unknown as Stripe.Event;
  simulator.webhooks.dispatch(simulator.state.events.put(event.id, event));
}
