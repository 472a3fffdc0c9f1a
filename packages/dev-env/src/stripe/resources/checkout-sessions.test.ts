import { expect, test } from "vitest";
import { idOf } from "./id-of.ts";
import {
  GOOD_CARD,
  lineItem,
  openReceiver,
  openShop,
  eventually,
  paidSession,
  pay,
  refusalOf,
  sessionParams,
  testClock,
} from "../simulator-fixture.ts";

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const soon = (seconds: number) => Math.floor(Date.now() / 1000) + seconds;

test("a new session is open and unpaid, and has no payment intent yet", async () => {
  const { simulator, stripe } = await openShop();
  const session = await stripe.checkout.sessions.create(
    sessionParams({
      client_reference_id: "order-7",
      customer_email: "asha@example.com",
      metadata: { order: "7" },
      line_items: [lineItem("Masala chai", 12_500, 2), lineItem("Delivery", 4000, 1)],
    }),
  );
  expect(session).toMatchObject({
    object: "checkout.session",
    status: "open",
    payment_status: "unpaid",
    payment_intent: null,
    amount_total: 29_000,
    currency: "inr",
    client_reference_id: "order-7",
    customer_email: "asha@example.com",
    metadata: { order: "7" },
    livemode: false,
  });
  expect(session.id).toMatch(/^cs_test_\w{58}$/);
  expect(session.url).toBe(`${simulator.url}/c/pay/${session.id}`);
  expect(session.expires_at - session.created).toBe(24 * HOUR);
});

test("line items are included on request, and listed by their own endpoint", async () => {
  const { stripe } = await openShop();
  const { id, line_items } = await stripe.checkout.sessions.create(sessionParams());
  expect(line_items).toBeUndefined();
  const expanded = await stripe.checkout.sessions.retrieve(id, { expand: ["line_items"] });
  const listed = await stripe.checkout.sessions.listLineItems(id);
  expect(expanded.line_items?.data).toEqual(listed.data);
  expect(listed.data).toMatchObject([
    {
      description: "Masala chai",
      quantity: 2,
      amount_total: 25_000,
      price: { unit_amount: 12_500 },
    },
  ]);
});

test("a session lives between 30 minutes and 24 hours", async () => {
  const { stripe } = await openShop();
  const create = (expires_at: number) =>
    stripe.checkout.sessions.create(sessionParams({ expires_at }));
  expect((await create(soon(31 * MINUTE))).status).toBe("open");
  expect(await refusalOf(create(soon(29 * MINUTE)))).toMatchObject({
    statusCode: 400,
    param: "expires_at",
    message:
      "The `expires_at` timestamp must be at least 30 minutes from Checkout Session creation.",
  });
  expect(await refusalOf(create(soon(25 * HOUR)))).toMatchObject({
    param: "expires_at",
    message:
      "The `expires_at` timestamp must be less than 24 hours from Checkout Session creation.",
  });
});

test.each([
  ["no line items", { line_items: [] }, "line_items"],
  [
    "an amount below zero",
    { line_items: [lineItem("Chai", -1, 1)] },
    "line_items[0][price_data][unit_amount]",
  ],
  ["a quantity of zero", { line_items: [lineItem("Chai", 100, 0)] }, "line_items[0][quantity]"],
  ["a relative success URL", { success_url: "/thanks" }, "success_url"],
  ["a cancel URL that is a script", { cancel_url: "javascript:alert(1)" }, "cancel_url"],
  ["an address that is none", { customer_email: "asha" }, "customer_email"],
  ["a long reference", { client_reference_id: "x".repeat(201) }, "client_reference_id"],
  ["a subscription", { mode: "subscription" as const }, "mode"],
  [
    "two currencies",
    { line_items: [lineItem("A", 100, 1), lineItem("B", 100, 1, "usd")] },
    "line_items",
  ],
])("a session with %s is refused", async (_case, wanted, param) => {
  const { stripe } = await openShop();
  const refusal = await refusalOf(stripe.checkout.sessions.create(sessionParams(wanted)));
  expect(refusal).toMatchObject({ statusCode: 400, rawType: "invalid_request_error", param });
});

test("a total below what Stripe charges at least is refused", async () => {
  const { stripe } = await openShop();
  const params = sessionParams({ line_items: [lineItem("Chai", 49, 1)] });
  expect(await refusalOf(stripe.checkout.sessions.create(params))).toMatchObject({
    code: "amount_too_small",
    message: "The Checkout Session's total amount due must add up to at least ₹0.50 inr",
  });
});

test("a session that does not exist is refused with 404", async () => {
  const { stripe } = await openShop();
  expect(await refusalOf(stripe.checkout.sessions.retrieve("cs_test_none"))).toMatchObject({
    statusCode: 404,
    code: "resource_missing",
    message: "No such checkout.session: 'cs_test_none'",
  });
});

test("an open session is expired on request, once", async () => {
  const webhook = await openReceiver();
  const { stripe } = await openShop({ webhook });
  const { id } = await stripe.checkout.sessions.create(sessionParams());
  expect(await stripe.checkout.sessions.expire(id)).toMatchObject({ status: "expired", url: null });
  expect((await refusalOf(stripe.checkout.sessions.expire(id))).message).toBe(
    'Only Checkout Sessions with a status in ["open"] can be expired. ' +
      "This Checkout Session has a status of `expired`.",
  );
  await eventually(() => expect(webhook.types()).toEqual(["checkout.session.expired"]));
});

test("a paid session cannot be expired", async () => {
  const shop = await openShop();
  const { id } = await paidSession(shop);
  const refusal = await refusalOf(shop.stripe.checkout.sessions.expire(id));
  expect(refusal.message).toMatch(/has a status of `complete`\.$/);
});

test("a session expires by itself when its time has come, and cannot be paid any more", async () => {
  const clock = testClock();
  const webhook = await openReceiver();
  const { simulator, stripe } = await openShop({ webhook, now: clock.now });
  const expires_at = soon(31 * MINUTE);
  const { id } = await stripe.checkout.sessions.create(sessionParams({ expires_at }));
  clock.advanceSeconds(31 * MINUTE + 1);
  await eventually(() => expect(webhook.types()).toEqual(["checkout.session.expired"]));
  expect((await stripe.checkout.sessions.retrieve(id)).status).toBe("expired");
  expect(await pay(simulator, { session: id, card: GOOD_CARD })).toMatchObject({
    result: "closed",
  });
  expect(simulator.charges()).toEqual([]);
});

test("sessions are listed newest first, page by page", async () => {
  const { stripe } = await openShop();
  const ids: string[] = [];
  for (let count = 0; count < 5; count += 1) {
    ids.unshift((await stripe.checkout.sessions.create(sessionParams())).id);
  }
  const first = await stripe.checkout.sessions.list({ limit: 2 });
  expect(first).toMatchObject({ has_more: true, data: [{ id: ids[0] }, { id: ids[1] }] });
  const rest = await stripe.checkout.sessions.list({ limit: 3, starting_after: ids[1] ?? "" });
  expect(rest.data.map(({ id }) => id)).toEqual(ids.slice(2));
  expect(rest.has_more).toBe(false);
  const back = await stripe.checkout.sessions.list({ limit: 1, ending_before: ids[2] ?? "" });
  expect(back).toMatchObject({ has_more: true, data: [{ id: ids[1] }] });
  const all = await stripe.checkout.sessions.list({ limit: 2 }).autoPagingToArray({ limit: 10 });
  expect(all.map(({ id }) => id)).toEqual(ids);
});

test("sessions are found by payment intent, by status and by the time of their creation", async () => {
  const clock = testClock();
  const shop = await openShop({ now: clock.now });
  const { stripe } = shop;
  const paid = await paidSession(shop);
  clock.advanceSeconds(100);
  const open = await stripe.checkout.sessions.create(sessionParams());
  const idsOf = async (params: Parameters<typeof stripe.checkout.sessions.list>[0]) =>
    (await stripe.checkout.sessions.list(params)).data.map(({ id }) => id);
  expect(await idsOf({ payment_intent: idOf(paid.payment_intent) })).toEqual([paid.id]);
  expect(await idsOf({ status: "open" })).toEqual([open.id]);
  expect(await idsOf({ created: { gt: paid.created } })).toEqual([open.id]);
  expect(await idsOf({ created: { lte: paid.created } })).toEqual([paid.id]);
  expect(await idsOf({ created: open.created })).toEqual([open.id]);
});

test("a limit that Stripe does not allow is refused", async () => {
  const { stripe } = await openShop();
  const refusal = await refusalOf(stripe.checkout.sessions.list({ limit: 101 }));
  expect(refusal).toMatchObject({ statusCode: 400, param: "limit" });
});
