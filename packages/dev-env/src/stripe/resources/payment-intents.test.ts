import { expect, test } from "vitest";
import { idOf } from "./id-of.ts";
import {
  DECLINED_CARD,
  eventually,
  openReceiver,
  openShop,
  paidSession,
  pay,
  refusalOf,
  sessionParams,
} from "../simulator-fixture.ts";

test("a paid session names its payment intent, which carries the metadata meant for it", async () => {
  const shop = await openShop();
  const data = { metadata: { attempt: "a1" }, description: "Order 7" };
  const { id } = await paidSession(shop, { payment_intent_data: data });
  const session = await shop.stripe.checkout.sessions.retrieve(id, {
    expand: ["payment_intent.latest_charge"],
  });
  expect(session.payment_intent).toMatchObject({
    object: "payment_intent",
    status: "succeeded",
    amount: 25_000,
    amount_received: 25_000,
    currency: "inr",
    metadata: { attempt: "a1" },
    description: "Order 7",
    latest_charge: { object: "charge", paid: true, metadata: { attempt: "a1" } },
  });
});

test("payment intents are retrieved and listed", async () => {
  const shop = await openShop();
  const { payment_intent } = await paidSession(shop);
  const intent = await shop.stripe.paymentIntents.retrieve(idOf(payment_intent));
  expect((await shop.stripe.paymentIntents.list()).data).toEqual([intent]);
  const refusal = await refusalOf(shop.stripe.paymentIntents.retrieve("pi_none"));
  expect(refusal).toMatchObject({ statusCode: 404, code: "resource_missing" });
});

test("an intent that succeeded cannot be cancelled", async () => {
  const shop = await openShop();
  const { payment_intent } = await paidSession(shop);
  const refusal = await refusalOf(shop.stripe.paymentIntents.cancel(idOf(payment_intent)));
  expect(refusal).toMatchObject({ statusCode: 400, code: "payment_intent_unexpected_state" });
  expect(refusal.message).toMatch(/because it has a status of succeeded\./);
});

test("a Checkout Session's intent is cancelled by the session's expiry, never directly", async () => {
  const webhook = await openReceiver();
  const { simulator, stripe } = await openShop({ webhook });
  const { id } = await stripe.checkout.sessions.create(sessionParams());
  await pay(simulator, { session: id, card: DECLINED_CARD });
  const intent = idOf((await stripe.checkout.sessions.retrieve(id)).payment_intent);
  const refusal = await refusalOf(stripe.paymentIntents.cancel(intent));
  expect(refusal.message).toMatch(/created by Checkout/);

  await stripe.checkout.sessions.expire(id);
  expect(await stripe.paymentIntents.retrieve(intent)).toMatchObject({
    status: "canceled",
    cancellation_reason: "expired",
  });
  await eventually(() => expect(webhook.types()).toContain("payment_intent.canceled"));
});
