import { expectInvariants, expectSettled } from "@tuckshop/db/testing/invariants";
import { race, times } from "@tuckshop/testing/race";
import Stripe from "stripe";
import { expect, test } from "vitest";
import { paidOrder } from "../testing/paid-order.ts";
import { createTestShop, type TestShop } from "../testing/test-shop.ts";
import { receiveStripeEvent } from "../webhooks/receive-stripe-event.ts";
import { mirrorRefunds } from "./mirror-refunds.ts";
import { sweepPayments } from "./sweep.ts";
import { sweepProvider } from "./sweep-provider.ts";

const secret = "whsec_test_secret";
const reason = "one was broken";

/** What the owner does at the provider's dashboard. */
const refundAtDashboard = async (shop: TestShop, amount: number) => {
  const [charge] = shop.simulator.charges();
  return await shop.stripe.refunds.create({ charge: charge?.id ?? "", amount });
};

const deliver = async (shop: TestShop, events: readonly Stripe.Event[]) => {
  for (const event of events) {
    const body = JSON.stringify(event);
    const signature = Stripe.webhooks.generateTestHeaderString({ payload: body, secret });
    await receiveStripeEvent({ db: shop.db, secrets: [secret] }, body, signature);
  }
};

const refundEvents = async (shop: TestShop) =>
  (await shop.stripe.events.list({ limit: 100 })).data.filter(({ type }) => /refund/.test(type));

const refundsOf = (shop: TestShop) =>
  shop.db
    .selectFrom("refund")
    .select(["state", "amount_minor as minor"])
    .orderBy("amount_minor")
    .execute();

test.each(["as they came", "the last one first"])(
  "S41 a refund made at the dashboard is mirrored once, with its events twice and %s",
  async (order) => {
    const shop = await createTestShop();
    const { shopper, reference } = await paidOrder(shop);
    await refundAtDashboard(shop, 1_000);
    await refundAtDashboard(shop, 1_000);
    const events = await refundEvents(shop);
    await deliver(shop, order === "as they came" ? events.toReversed() : events);
    await deliver(shop, events);
    await shop.runJobs();
    expect(await refundsOf(shop)).toEqual(times(2, () => ({ state: "succeeded", minor: 1_000 })));
    const [payment] = await shop.db.selectFrom("payment").select("refunded_minor").execute();
    expect(payment).toEqual({ refunded_minor: 2_000 });
    const { refunds } = await shopper.call().order.track({ reference });
    expect(refunds[0]?.reason).toContain("dashboard");
    await expectInvariants(shop.db);
    await expectSettled(shop.db);
  },
);

// Red when insertMirror does not look again under the lock: the second then meets a unique index.
test("S44 without a webhook the sweep mirrors it, and two at once mirror it once", async () => {
  const shop = await createTestShop({ connectionsMax: 8 });
  const { paymentId } = await paidOrder(shop);
  await refundAtDashboard(shop, 1_500);
  const { tasks } = shop.services;
  const { lost } = await race<void>([
    () => sweepProvider(tasks, {}),
    () => mirrorRefunds(tasks, paymentId),
    () => mirrorRefunds(tasks, paymentId),
  ]);
  expect(lost).toEqual([]);
  expect(await refundsOf(shop)).toEqual([{ state: "succeeded", minor: 1_500 }]);
  await expectInvariants(shop.db);
  await expectSettled(shop.db);
});

// Red when mirror does not settle our own refunds first: it then never fits.
test("S41 a dashboard refund that crosses one of ours leaves no more refunded than was paid", async () => {
  const shop = await createTestShop();
  const { paymentId, orderId } = await paidOrder(shop);
  const owner = await shop.staff("owner");
  const refund = { kind: "amount", amount: { minor: 4_000, currency: "INR" } } as const;
  await owner.call().staff.orders.refund({ orderId, baseVersion: 2, refund, reason });
  await refundAtDashboard(shop, 5_000); // before ours is sent
  await mirrorRefunds(shop.services.tasks, paymentId);
  await sweepPayments(shop.services.tasks, {});
  expect(await refundsOf(shop)).toEqual([
    { state: "failed", minor: 4_000 },
    { state: "succeeded", minor: 5_000 },
  ]);
  expect((await owner.call().staff.orders.get({ orderId })).refundable.minor).toBe(1_000);
  await expectInvariants(shop.db);
  await expectSettled(shop.db);
});

test("S41 a refund of ours whose answer was lost is recognised, not mirrored", async () => {
  const shop = await createTestShop();
  const { paymentId, orderId } = await paidOrder(shop);
  const owner = await shop.staff("owner");
  await fetch(`${shop.simulator.url}/_control/faults`, {
    method: "POST",
    body: JSON.stringify({ kind: "lost_answer", method: "POST", path: "/v1/refunds", times: 2 }),
  });
  const rest = { kind: "rest" } as const;
  await owner.call().staff.orders.refund({ orderId, baseVersion: 2, refund: rest, reason });
  await shop.runJobs();
  expect(await refundsOf(shop)).toEqual([{ state: "requested", minor: 6_000 }]);
  await mirrorRefunds(shop.services.tasks, paymentId);
  expect(await refundsOf(shop)).toEqual([{ state: "succeeded", minor: 6_000 }]);
  await expectInvariants(shop.db);
});
