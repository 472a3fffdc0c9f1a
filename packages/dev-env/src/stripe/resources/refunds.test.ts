import { expect, test } from "vitest";
import { idOf } from "./id-of.ts";
import {
  control,
  DECLINED_CARD,
  eventually,
  openReceiver,
  openShop,
  paidSession,
  pay,
  refusalOf,
  sessionParams,
} from "../simulator-fixture.ts";

test("a refund without an amount gives back all that is left", async () => {
  const shop = await openShop();
  const payment_intent = idOf((await paidSession(shop)).payment_intent);
  await shop.stripe.refunds.create({ payment_intent, amount: 5000 });
  const rest = await shop.stripe.refunds.create({ payment_intent });
  expect(rest).toMatchObject({ amount: 20_000, status: "succeeded", payment_intent });
  const [charge] = shop.simulator.charges();
  expect(charge).toMatchObject({ amount_refunded: 25_000, refunded: true });
});

test("partial refunds go on until the charge is fully refunded", async () => {
  const shop = await openShop();
  await paidSession(shop);
  const charge = shop.simulator.charges()[0]?.id ?? "";
  for (const amount of [10_000, 10_000, 5000]) await shop.stripe.refunds.create({ charge, amount });
  expect(await refusalOf(shop.stripe.refunds.create({ charge, amount: 1 }))).toMatchObject({
    code: "charge_already_refunded",
    message: `Charge ${charge} has already been refunded.`,
  });
  const { data } = await shop.stripe.refunds.list({ charge });
  expect(data.map(({ amount }) => amount)).toEqual([5000, 10_000, 10_000]);
});

test("more than what is left is refused with both amounts", async () => {
  const shop = await openShop();
  const payment_intent = idOf((await paidSession(shop)).payment_intent);
  await shop.stripe.refunds.create({ payment_intent, amount: 10_000 });
  const refusal = await refusalOf(shop.stripe.refunds.create({ payment_intent, amount: 15_001 }));
  expect(refusal).toMatchObject({
    statusCode: 400,
    param: "amount",
    message: "Refund amount (₹150.01) is greater than unrefunded amount on charge (₹150.00)",
  });
});

test("two equal refunds are two refunds, unless they carry the same key", async () => {
  const shop = await openShop();
  const wanted = { payment_intent: idOf((await paidSession(shop)).payment_intent), amount: 100 };
  const [first, again, second] = [
    await shop.stripe.refunds.create(wanted, { idempotencyKey: "refund-1" }),
    await shop.stripe.refunds.create(wanted, { idempotencyKey: "refund-1" }),
    await shop.stripe.refunds.create(wanted, { idempotencyKey: "refund-2" }),
  ];
  expect(again.id).toBe(first.id);
  expect(second.id).not.toBe(first.id);
  expect(shop.simulator.charges()[0]?.amount_refunded).toBe(200);
});

test.each([
  ["an amount of zero", { amount: 0 }, "amount"],
  ["an unknown reason", { reason: "regret" }, "reason"],
  ["an intent that does not exist", { payment_intent: "pi_none" }, "payment_intent"],
])("a refund with %s is refused", async (_case, wanted, param) => {
  const shop = await openShop();
  const payment_intent = idOf((await paidSession(shop)).payment_intent);
  const refusal = await refusalOf(shop.stripe.refunds.create({ payment_intent, ...wanted }));
  expect(refusal).toMatchObject({ rawType: "invalid_request_error", param });
});

test("a refund of nothing in particular, or of an unpaid intent, is refused", async () => {
  const { simulator, stripe } = await openShop();
  expect((await refusalOf(stripe.refunds.create())).message).toBe(
    "One of the following params should be provided for this request: payment_intent or charge.",
  );
  const { id } = await stripe.checkout.sessions.create(sessionParams());
  await pay(simulator, { session: id, card: DECLINED_CARD });
  const intent = idOf((await stripe.checkout.sessions.retrieve(id)).payment_intent);
  const refusal = await refusalOf(stripe.refunds.create({ payment_intent: intent }));
  expect(refusal.message).toMatch(/does not have a successful charge to refund/);
});

test("a refund is told by webhook, with the charge before and after", async () => {
  const webhook = await openReceiver();
  const shop = await openShop({ webhook });
  const payment_intent = idOf((await paidSession(shop)).payment_intent);
  const metadata = { refund_row: "r1" };
  const refund = await shop.stripe.refunds.create(
    { payment_intent, amount: 5000, reason: "requested_by_customer", metadata },
    { idempotencyKey: "refund-1" },
  );
  await eventually(() =>
    expect(webhook.types()).toEqual(
      expect.arrayContaining(["refund.created", "charge.refunded", "refund.updated"]),
    ),
  );
  const ofType = (type: string) => webhook.events.find((event) => event.type === type);
  expect(ofType("refund.created")).toMatchObject({
    request: { id: refund.lastResponse.requestId, idempotency_key: "refund-1" },
    data: { object: { id: refund.id, metadata } },
  });
  expect(ofType("charge.refunded")?.data).toMatchObject({
    object: { amount_refunded: 5000, refunded: false },
    previous_attributes: { amount_refunded: 0 },
  });
  const retrieved = await shop.stripe.refunds.retrieve(refund.id, { expand: ["charge"] });
  expect(retrieved).toMatchObject({
    charge: { amount_refunded: 5000 },
    destination_details: { card: { reference_status: "available" } },
  });
});

test("a charge shows its refunds on request", async () => {
  const shop = await openShop();
  const payment_intent = idOf((await paidSession(shop)).payment_intent);
  const { id } = await shop.stripe.refunds.create({ payment_intent, amount: 5000 });
  const { data } = await shop.stripe.charges.list({ expand: ["data.refunds"] });
  expect(data[0]?.refunds?.data).toMatchObject([{ id, amount: 5000 }]);
});

test("a refund that bounces is told as failed, and its amount may be refunded again", async () => {
  const webhook = await openReceiver();
  const shop = await openShop({ webhook });
  const payment_intent = idOf((await paidSession(shop)).payment_intent);
  const { id } = await shop.stripe.refunds.create({ payment_intent });
  const bounce = () => control(shop.simulator, "POST", "/_control/refunds/bounce", { refund: id });
  expect((await bounce()).status).toBe(200);
  expect((await bounce()).status).toBe(400);
  const failed = { status: "failed", failure_reason: "expired_or_canceled_card" };
  expect(await shop.stripe.refunds.retrieve(id)).toMatchObject(failed);
  expect(shop.simulator.charges()[0]).toMatchObject({ amount_refunded: 0, refunded: false });
  await eventually(() => expect(webhook.types()).toContain("refund.failed"));
  const told = webhook.events.find(({ type }) => type === "refund.failed");
  expect(told?.data).toMatchObject({
    object: { id, ...failed },
    previous_attributes: { status: "succeeded" },
  });
  expect(await shop.stripe.refunds.create({ payment_intent })).toMatchObject({
    status: "succeeded",
  });
});
