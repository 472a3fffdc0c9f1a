import { expect, test } from "vitest";
import { idOf } from "../resources/id-of.ts";
import { control, openShop, paidSession, refusalOf, sessionParams } from "../simulator-fixture.ts";
import type { Shop } from "../simulator-fixture.ts";
import { Faults } from "./faults.ts";

async function arm({ simulator }: Shop, ...rules: object[]): Promise<Response> {
  return control(simulator, "POST", "/_control/faults", rules);
}

function statuses({ simulator }: Shop): (number | null)[] {
  return simulator.requests().map((request) => request.status);
}

function strikes(seed: number): boolean[] {
  const faults = new Faults();
  faults.arm({ kind: "server_error", probability: 0.3, seed });
  return Array.from({ length: 200 }, () => faults.forRequest("GET", "/v1/charges") !== null);
}

test("a 500 strikes before the effect, as often as the rule says", async () => {
  const shop = await openShop();
  await arm(shop, { kind: "server_error", times: 2 });
  for (let attempt = 0; attempt < 2; attempt += 1) {
    const refusal = await refusalOf(shop.stripe.checkout.sessions.create(sessionParams()));
    expect(refusal.statusCode).toBe(500);
  }
  await shop.stripe.checkout.sessions.create(sessionParams());
  expect((await shop.stripe.checkout.sessions.list()).data).toHaveLength(1);
});

test("a late 500 had its effect, and its key only ever brings the 500 back", async () => {
  const shop = await openShop();
  await arm(shop, { kind: "late_server_error" });
  const create = () =>
    shop.stripe.checkout.sessions.create(sessionParams(), { idempotencyKey: "attempt-1" });
  for (let attempt = 0; attempt < 2; attempt += 1) {
    expect(await refusalOf(create())).toMatchObject({ type: "StripeAPIError", statusCode: 500 });
  }
  expect((await shop.stripe.checkout.sessions.list()).data).toHaveLength(1);
});

test("a lost answer had its effect, and the same key brings the answer back", async () => {
  const shop = await openShop();
  const { payment_intent } = await paidSession(shop);
  // The SDK tries once more by itself when the connection breaks: that answer is lost as well.
  await arm(shop, { kind: "lost_answer", method: "POST", path: "/v1/refunds", times: 2 });
  const refund = () =>
    shop.stripe.refunds.create(
      { payment_intent: idOf(payment_intent), amount: 100 },
      { idempotencyKey: "refund-1" },
    );
  expect((await refusalOf(refund())).type).toBe("StripeConnectionError");
  const answer = await refund();
  expect(answer.lastResponse.headers["idempotent-replayed"]).toBe("true");
  expect((await shop.stripe.refunds.list()).data.map(({ id }) => id)).toEqual([answer.id]);
  expect(shop.simulator.requests().filter(({ fault }) => fault === "lost_answer")).toMatchObject([
    { status: null, replayed: false },
    { status: null, replayed: true },
  ]);
});

test("a late fault had its effect: a 500 says nothing of it, and a time-out neither", async () => {
  const shop = await openShop();
  await arm(shop, { kind: "late_server_error" }, { kind: "late_hang" });
  const create = () => shop.stripe.checkout.sessions.create(sessionParams(), { timeout: 100 });
  expect((await refusalOf(create())).statusCode).toBe(500);
  expect((await refusalOf(create())).type).toBe("StripeConnectionError");
  const { data } = await shop.stripe.checkout.sessions.list();
  expect(data.length).toBeGreaterThanOrEqual(2);
});

// Red when an answer that nobody waited for is not kept under its key: a second page is then made.
test("a key whose answer came too late has its effect, and gives it to whoever asks again", async () => {
  const shop = await openShop();
  await arm(shop, { kind: "late_hang" });
  const create = (timeout: number, maxNetworkRetries: number) =>
    shop.stripe.checkout.sessions.create(sessionParams(), {
      idempotencyKey: "attempt-1",
      timeout,
      maxNetworkRetries,
    });
  expect((await refusalOf(create(100, 0))).type).toBe("StripeConnectionError");
  const { id } = await create(5_000, 2);
  expect((await shop.stripe.checkout.sessions.list()).data.map((page) => page.id)).toEqual([id]);
});

test("an outage has no effect and no answer", async () => {
  const shop = await openShop();
  // The SDK tries once more by itself when the connection breaks.
  await arm(shop, { kind: "outage", times: 2 });
  const refusal = await refusalOf(shop.stripe.checkout.sessions.create(sessionParams()));
  expect(refusal.type).toBe("StripeConnectionError");
  expect((await shop.stripe.checkout.sessions.list()).data).toEqual([]);
});

test("a request that hangs had no effect, and its key is free once the caller gives up", async () => {
  const shop = await openShop();
  await arm(shop, { kind: "hang" });
  const create = (timeout: number) =>
    shop.stripe.checkout.sessions.create(sessionParams(), { idempotencyKey: "attempt-1", timeout });
  expect((await refusalOf(create(100))).type).toBe("StripeConnectionError");
  expect((await shop.stripe.checkout.sessions.list()).data).toEqual([]);
  expect((await create(5000)).status).toBe("open");
});

test("a delayed request is answered late, even if nobody listens any more", async () => {
  const shop = await openShop();
  await arm(shop, { kind: "delay", ms: 150 });
  const create = (timeout: number) =>
    shop.stripe.checkout.sessions.create(sessionParams(), { idempotencyKey: "attempt-1", timeout });
  expect((await refusalOf(create(50))).type).toBe("StripeConnectionError");
  expect(await refusalOf(create(5000))).toMatchObject({ code: "idempotency_key_in_use" });
});

test("a conflict and a rate limit refuse at the door, and leave the key free", async () => {
  const shop = await openShop();
  await arm(shop, { kind: "conflict" }, { kind: "rate_limit" });
  const create = () =>
    shop.stripe.checkout.sessions.create(sessionParams(), { idempotencyKey: "attempt-1" });
  expect(await refusalOf(create())).toMatchObject({ statusCode: 409 });
  expect(await refusalOf(create())).toMatchObject({
    type: "StripeRateLimitError",
    statusCode: 429,
    code: "rate_limit",
  });
  expect((await create()).status).toBe("open");
  expect(statuses(shop)).toEqual([409, 429, 200]);
});

test("a fault strikes only the method and path that it names", async () => {
  const shop = await openShop();
  const { id } = await shop.stripe.checkout.sessions.create(sessionParams());
  await arm(shop, { kind: "rate_limit", method: "post", path: "/v1/checkout/*/expire" });
  await shop.stripe.checkout.sessions.retrieve(id);
  await shop.stripe.checkout.sessions.create(sessionParams());
  expect((await refusalOf(shop.stripe.checkout.sessions.expire(id))).statusCode).toBe(429);
});

test("faults are shown while they are armed, and cleared", async () => {
  const shop = await openShop();
  const rule = { kind: "delay", path: "/v1/refunds", ms: 5, times: 3 };
  expect(await (await arm(shop, rule)).json()).toEqual({ faults: [rule] });
  await control(shop.simulator, "DELETE", "/_control/faults");
  const shown = await control(shop.simulator, "GET", "/_control/faults");
  expect(await shown.json()).toEqual({ faults: [] });
});

test.each([
  [{ kind: "earthquake" }],
  [{ kind: "delay", ms: "long" }],
  [{ kind: "delay", times: -1 }],
  [{ kind: "delay", path: 7 }],
  [{ kind: "delay", until: "noon" }],
  ["delay"],
])("%j is no fault", async (rule) => {
  const { simulator } = await openShop();
  const response = await control(simulator, "POST", "/_control/faults", [rule]);
  expect(response.status).toBe(400);
  expect(await response.json()).toEqual({ error: expect.stringMatching(/^A fault/) });
});

test("a control that does not exist is not found", async () => {
  const { simulator } = await openShop();
  expect((await control(simulator, "POST", "/_control/rob")).status).toBe(404);
});

test("a probability strikes the same requests in every run with the same seed", () => {
  expect(strikes(7)).toEqual(strikes(7));
  expect(strikes(7)).not.toEqual(strikes(8));
  const struck = strikes(7).filter(Boolean).length;
  expect(struck).toBeGreaterThan(40);
  expect(struck).toBeLessThan(80);
});
