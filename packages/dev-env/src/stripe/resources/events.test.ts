import { expect, test } from "vitest";
import { openShop, paidSession, refusalOf } from "../simulator-fixture.ts";

test("a payment's events are kept, in the order in which they happened", async () => {
  const shop = await openShop();
  await paidSession(shop);
  const { data } = await shop.stripe.events.list();
  expect(data.map(({ type }) => type).toReversed()).toEqual([
    "payment_intent.created",
    "charge.succeeded",
    "payment_intent.succeeded",
    "checkout.session.completed",
  ]);
});

test("an event has Stripe's envelope around the object as it was", async () => {
  const shop = await openShop();
  const session = await paidSession(shop);
  const { data } = await shop.stripe.events.list({ type: "checkout.session.completed" });
  const [event] = data;
  expect(event).toMatchObject({
    object: "event",
    api_version: "2026-10-28.endive",
    livemode: false,
    pending_webhooks: 0,
    request: { id: null, idempotency_key: null },
    data: { object: { id: session.id, status: "complete" } },
  });
  expect(await shop.stripe.events.retrieve(event?.id ?? "")).toEqual(event);
});

test("events are found by several types at once", async () => {
  const shop = await openShop();
  await paidSession(shop);
  const types = ["charge.succeeded", "payment_intent.succeeded"];
  expect((await shop.stripe.events.list({ types })).data).toHaveLength(2);
});

test("an event that does not exist is refused with 404", async () => {
  const { stripe } = await openShop();
  expect(await refusalOf(stripe.events.retrieve("evt_none"))).toMatchObject({ statusCode: 404 });
});
