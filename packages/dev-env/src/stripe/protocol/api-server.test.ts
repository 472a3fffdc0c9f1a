import { expect, test } from "vitest";
import { openShop, refusalOf, SECRET_KEY, sessionParams, stripeFor } from "../simulator-fixture.ts";

test("the secret key opens the API as Bearer and as Basic credentials", async () => {
  const { simulator } = await openShop();
  const url = new URL("/v1/charges", simulator.url);
  for (const credentials of [`Bearer ${SECRET_KEY}`, `Basic ${btoa(`${SECRET_KEY}:`)}`]) {
    const response = await fetch(url, { headers: { Authorization: credentials } });
    expect(response.status).toBe(200);
  }
});

test("a wrong key is refused with 401 and shown only in part", async () => {
  const { simulator } = await openShop();
  const refusal = await refusalOf(stripeFor(simulator, "sk_test_not_the_key_9999").charges.list());
  expect(refusal).toMatchObject({ type: "StripeAuthenticationError", statusCode: 401 });
  expect(refusal.message).toBe("Invalid API Key provided: sk_test_********9999");
});

test("a request without a key is refused with 401", async () => {
  const { simulator } = await openShop();
  const response = await fetch(new URL("/v1/charges", simulator.url));
  expect(response.status).toBe(401);
  expect(await response.json()).toMatchObject({ error: { type: "invalid_request_error" } });
});

test("every answer names its request and the version that the SDK asked for", async () => {
  const { stripe } = await openShop();
  const { lastResponse } = await stripe.charges.list();
  expect(lastResponse.requestId).toMatch(/^req_\w+$/);
  expect(lastResponse.apiVersion).toBe("2026-10-28.endive");
});

test("a version that no API ever had is refused", async () => {
  const { stripe } = await openShop();
  const refusal = await refusalOf(stripe.charges.list({}, { apiVersion: "latest" }));
  expect(refusal.message).toBe("Invalid Stripe API version: latest");
});

test("a URL that is not the API's is refused with 404", async () => {
  const { stripe } = await openShop();
  const refusal = await refusalOf(stripe.customers.list());
  expect(refusal.statusCode).toBe(404);
  expect(refusal.message).toMatch(/^Unrecognized request URL \(GET: \/v1\/customers\)\./);
});

test("a parameter that the endpoint does not know is refused, not ignored", async () => {
  const { stripe } = await openShop();
  const call = stripe.checkout.sessions.create(sessionParams({ allow_promotion_codes: true }));
  expect(await refusalOf(call)).toMatchObject({
    statusCode: 400,
    code: "parameter_unknown",
    param: "allow_promotion_codes",
    message: "Received unknown parameter: allow_promotion_codes",
  });
});

test("an expansion that does not exist is refused before anything happens", async () => {
  const { stripe } = await openShop();
  const call = stripe.checkout.sessions.create(sessionParams({ expand: ["owner"] }));
  expect((await refusalOf(call)).message).toBe("This property cannot be expanded (owner).");
  expect((await stripe.checkout.sessions.list()).data).toEqual([]);
});

test("the journal has each request with its parameters, key and status", async () => {
  const { simulator, stripe } = await openShop();
  await stripe.checkout.sessions.create(sessionParams(), { idempotencyKey: "attempt-1" });
  await refusalOf(stripe.charges.retrieve("ch_none"));
  expect(simulator.requests()).toMatchObject([
    {
      method: "POST",
      path: "/v1/checkout/sessions",
      params: { mode: "payment" },
      idempotencyKey: "attempt-1",
      status: 200,
      replayed: false,
    },
    { method: "GET", path: "/v1/charges/ch_none", idempotencyKey: null, status: 404 },
  ]);
});
