import { expect, test } from "vitest";
import {
  AUTHENTICATING_CARD,
  control,
  DECLINED_CARD,
  eventually,
  GOOD_CARD,
  openReceiver,
  openShop,
  pay,
  sessionParams,
} from "../simulator-fixture.ts";

test("a card that pays completes the session and takes the money once", async () => {
  const { simulator, stripe } = await openShop();
  const { id } = await stripe.checkout.sessions.create(sessionParams());
  expect(await pay(simulator, { session: id, card: GOOD_CARD })).toMatchObject({ result: "paid" });
  expect(simulator.charges()).toMatchObject([{ amount: 25_000, currency: "inr" }]);
  expect(await stripe.checkout.sessions.retrieve(id)).toMatchObject({
    status: "complete",
    payment_status: "paid",
    url: null,
    customer_details: { name: "Test Shopper" },
  });
});

test("of many that pay the same session at once, one is charged", async () => {
  const { simulator, stripe } = await openShop();
  const { id } = await stripe.checkout.sessions.create(sessionParams());
  const results = await Promise.all(
    Array.from({ length: 10 }, () => pay(simulator, { session: id, card: GOOD_CARD })),
  );
  expect(results.map(({ result }) => result).toSorted()).toEqual([
    ...Array.from({ length: 9 }, () => "closed"),
    "paid",
  ]);
  expect(simulator.charges()).toHaveLength(1);
});

test("a declined card leaves the session open, and the next attempt uses the same intent", async () => {
  const webhook = await openReceiver();
  const { simulator, stripe } = await openShop({ webhook });
  const { id } = await stripe.checkout.sessions.create(sessionParams());
  expect(await pay(simulator, { session: id, card: DECLINED_CARD })).toEqual({
    result: "declined",
    message: "Your card was declined.",
  });
  const declined = await stripe.checkout.sessions.retrieve(id, { expand: ["payment_intent"] });
  expect(declined).toMatchObject({
    status: "open",
    payment_status: "unpaid",
    payment_intent: {
      status: "requires_payment_method",
      last_payment_error: { type: "card_error", code: "card_declined" },
    },
  });
  await eventually(() => expect(webhook.types()).toContain("payment_intent.payment_failed"));

  await pay(simulator, { session: id, card: GOOD_CARD });
  const paid = await stripe.checkout.sessions.retrieve(id, { expand: ["payment_intent"] });
  expect(paid.payment_intent).toMatchObject({ status: "succeeded", last_payment_error: null });
  expect((await stripe.paymentIntents.list()).data).toHaveLength(1);
});

test("3-D Secure holds the payment until the shopper completes it", async () => {
  const { simulator, stripe } = await openShop();
  const { id } = await stripe.checkout.sessions.create(sessionParams());
  expect(await pay(simulator, { session: id, card: AUTHENTICATING_CARD })).toEqual({
    result: "requires_action",
  });
  const waiting = await stripe.checkout.sessions.retrieve(id, { expand: ["payment_intent"] });
  expect(waiting.payment_intent).toMatchObject({
    status: "requires_action",
    next_action: { type: "redirect_to_url" },
  });
  const order = { session: id, card: AUTHENTICATING_CARD, authentication: "complete" as const };
  expect(await pay(simulator, order)).toMatchObject({ result: "paid" });
  expect(simulator.charges()).toMatchObject([
    { payment_method_details: { card: { three_d_secure: { result: "authenticated" } } } },
  ]);
});

test("3-D Secure that fails charges nothing", async () => {
  const { simulator, stripe } = await openShop();
  const { id } = await stripe.checkout.sessions.create(sessionParams());
  const order = { session: id, card: AUTHENTICATING_CARD, authentication: "fail" as const };
  expect(await pay(simulator, order)).toMatchObject({ result: "declined" });
  const session = await stripe.checkout.sessions.retrieve(id, { expand: ["payment_intent"] });
  expect(session.payment_intent).toMatchObject({
    status: "requires_payment_method",
    last_payment_error: { code: "payment_intent_authentication_failure" },
  });
  expect(simulator.charges()).toEqual([]);
});

test("an expired session is not charged", async () => {
  const { simulator, stripe } = await openShop();
  const { id } = await stripe.checkout.sessions.create(sessionParams());
  await stripe.checkout.sessions.expire(id);
  expect(await pay(simulator, { session: id, card: GOOD_CARD })).toMatchObject({
    result: "closed",
    session: { status: "expired" },
  });
  expect(simulator.charges()).toEqual([]);
});

test("a card that is no test card is declined", async () => {
  const { simulator, stripe } = await openShop();
  const { id } = await stripe.checkout.sessions.create(sessionParams());
  expect(await pay(simulator, { session: id, card: "4111111111111111" })).toMatchObject({
    result: "declined",
    message: expect.stringContaining("used a non test card"),
  });
});

test("a payment order that makes no sense is refused with 400", async () => {
  const { simulator } = await openShop();
  for (const order of [{}, { session: "cs_test_none" }, { session: "x", card: 4242 }]) {
    const response = await control(simulator, "POST", "/_control/pay", order);
    expect(response.status).toBe(400);
  }
});
