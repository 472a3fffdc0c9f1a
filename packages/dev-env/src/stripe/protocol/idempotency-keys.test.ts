import { expect, test } from "vitest";
import { idOf } from "../resources/id-of.ts";
import {
  control,
  eventually,
  openShop,
  paidSession,
  refusalOf,
  sessionParams,
  testClock,
} from "../simulator-fixture.ts";

const options = { idempotencyKey: "attempt-1" };

test("a repeated request gets the first answer again, and says that it is a replay", async () => {
  const { simulator, stripe } = await openShop();
  const first = await stripe.checkout.sessions.create(sessionParams(), options);
  const second = await stripe.checkout.sessions.create(sessionParams(), options);
  expect(second).toEqual(first);
  expect(first.lastResponse.headers["idempotent-replayed"]).toBeUndefined();
  expect(second.lastResponse.headers).toMatchObject({
    "idempotent-replayed": "true",
    "original-request": first.lastResponse.requestId,
  });
  expect(second.lastResponse.requestId).not.toBe(first.lastResponse.requestId);
  expect(simulator.requests().map((request) => request.replayed)).toEqual([false, true]);
  expect((await stripe.checkout.sessions.list()).data).toHaveLength(1);
});

test("the order of the parameters does not make another request of it", async () => {
  const { stripe } = await openShop();
  const { mode, ...others } = sessionParams();
  const first = await stripe.checkout.sessions.create(
    { mode: mode ?? "payment", ...others },
    options,
  );
  const second = await stripe.checkout.sessions.create(
    { ...others, mode: mode ?? "payment" },
    options,
  );
  expect(second.id).toBe(first.id);
});

test("a key with other parameters is an idempotency error", async () => {
  const { stripe } = await openShop();
  await stripe.checkout.sessions.create(sessionParams(), options);
  const changed = sessionParams({ client_reference_id: "other" });
  const refusal = await refusalOf(stripe.checkout.sessions.create(changed, options));
  expect(refusal).toMatchObject({ type: "StripeIdempotencyError", statusCode: 400 });
  expect(refusal.rawType).toBe("idempotency_error");
  expect(refusal.message).toMatch(/same parameters they were first used with.*'attempt-1'/);
});

test("a key on another endpoint is an idempotency error", async () => {
  const shop = await openShop();
  const { id, payment_intent } = await paidSession(shop);
  await shop.stripe.refunds.create({ payment_intent: idOf(payment_intent) }, options);
  const refusal = await refusalOf(shop.stripe.checkout.sessions.expire(id, {}, options));
  expect(refusal).toMatchObject({ type: "StripeIdempotencyError", statusCode: 400 });
  expect(refusal.message).toMatch(/same endpoint they were first used for \('\/v1\/refunds'\)/);
});

test("of many concurrent uses of a key one runs, and the others are told that it is in use", async () => {
  const { simulator, stripe } = await openShop();
  await control(simulator, "POST", "/_control/faults", { kind: "delay", ms: 300 });
  const first = stripe.checkout.sessions.create(sessionParams(), options);
  await eventually(() => expect(simulator.requests()).toHaveLength(1));
  const others = Array.from({ length: 9 }, () =>
    refusalOf(stripe.checkout.sessions.create(sessionParams(), options)),
  );
  for (const refusal of await Promise.all(others)) {
    expect(refusal).toMatchObject({ statusCode: 409, code: "idempotency_key_in_use" });
  }
  await first;
  expect((await stripe.checkout.sessions.list()).data).toHaveLength(1);
});

test("a request that fails validation leaves its key free", async () => {
  const { stripe } = await openShop();
  const wrong = sessionParams({ success_url: "no url" });
  expect(await refusalOf(stripe.checkout.sessions.create(wrong, options))).toMatchObject({
    code: "url_invalid",
  });
  const session = await stripe.checkout.sessions.create(sessionParams(), options);
  expect(session.status).toBe("open");
});

test("a refusal by the endpoint itself is stored and replayed with its status", async () => {
  const shop = await openShop();
  const { payment_intent } = await paidSession(shop);
  const excess = { payment_intent: idOf(payment_intent), amount: 25_001 };
  const first = await refusalOf(shop.stripe.refunds.create(excess, options));
  const second = await refusalOf(shop.stripe.refunds.create(excess, options));
  expect(second.message).toBe(first.message);
  expect(second.headers).toMatchObject({ "idempotent-replayed": "true" });
});

test("a 500 is stored too: the key never gives another answer", async () => {
  const { simulator, stripe } = await openShop();
  await control(simulator, "POST", "/_control/faults", { kind: "server_error" });
  for (const replayed of [undefined, "true"]) {
    const refusal = await refusalOf(stripe.checkout.sessions.create(sessionParams(), options));
    expect(refusal).toMatchObject({ statusCode: 500, rawType: "api_error" });
    expect(refusal.headers?.["idempotent-replayed"]).toBe(replayed);
  }
  expect((await stripe.checkout.sessions.list()).data).toEqual([]);
});

test("a key is remembered for 24 hours", async () => {
  const clock = testClock();
  const { stripe } = await openShop({ now: clock.now });
  const first = await stripe.checkout.sessions.create(sessionParams(), options);
  clock.advanceSeconds(24 * 60 * 60 - 60);
  const later = await stripe.checkout.sessions.create(sessionParams(), options);
  expect(later.id).toBe(first.id);
  clock.advanceSeconds(120);
  const muchLater = await stripe.checkout.sessions.create(sessionParams(), options);
  expect(muchLater.id).not.toBe(first.id);
});

test("a key has up to 255 characters", async () => {
  const { stripe } = await openShop();
  const create = (length: number) =>
    stripe.checkout.sessions.create(sessionParams(), { idempotencyKey: "k".repeat(length) });
  expect((await create(255)).status).toBe("open");
  expect(await refusalOf(create(256))).toMatchObject({ statusCode: 400 });
});
