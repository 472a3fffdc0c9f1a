import { expectInvariants, expectSettled } from "@tuckshop/db/testing/invariants";
import { race, times } from "@tuckshop/testing/race";
import Stripe from "stripe";
import { expect, test } from "vitest";
import { cardOrder, pageOf } from "../testing/card-order.ts";
import { balanceOf, paidOrder, rowsOf } from "../testing/paid-order.ts";
import { createTestShop, type TestShop } from "../testing/test-shop.ts";
import { receiveStripeEvent } from "../webhooks/receive-stripe-event.ts";
import { sweepCheckouts } from "../checkout/sweep.ts";
import { applyRefund, failRefund } from "./apply-refund.ts";
import { endUnpaid } from "./end-unpaid.ts";
import { mirrorRefunds } from "./mirror-refunds.ts";
import { sweepProvider } from "./sweep-provider.ts";

const secret = "whsec_test_secret";
const reason = "one was broken";
const part = (minor: number) => ({ kind: "amount", amount: { minor, currency: "INR" } }) as const;

type Paid = Awaited<ReturnType<typeof paidOrder>>;
type Wish =
  | ReturnType<typeof part>
  | { kind: "lines"; lines: { variantId: Paid["variantId"]; quantity: number }[] };

/** A refund of ours that the provider has paid out. */
async function refunded(shop: TestShop, { orderId }: Pick<Paid, "orderId">, refund: Wish) {
  const owner = await shop.staff("owner");
  const { version: baseVersion } = await owner.call().staff.orders.get({ orderId });
  await owner.call().staff.orders.refund({ orderId, baseVersion, refund, reason });
  await shop.runJobs();
  const { id, provider_refund_id } = await newestRefund(shop);
  return { owner, refundId: id, atProvider: provider_refund_id ?? "" };
}

const newestRefund = ({ db }: TestShop) =>
  db.selectFrom("refund").selectAll().orderBy("id", "desc").limit(1).executeTakeFirstOrThrow();

/** The buyer's bank could not take it, and sends it back. */
async function bounce({ simulator }: TestShop, refund: string): Promise<void> {
  const { status } = await fetch(`${simulator.url}/_control/refunds/bounce`, {
    method: "POST",
    body: JSON.stringify({ refund }),
  });
  expect(status).toBe(200);
}

async function deliverRefundEvents(shop: TestShop, order: "as they came" | "the last one first") {
  const { data } = await shop.stripe.events.list({ limit: 100 });
  const told = data.filter(({ type }) => /refund/.test(type));
  const events = order === "as they came" ? told.toReversed() : told;
  for (const event of events) {
    const body = JSON.stringify(event);
    const signature = Stripe.webhooks.generateTestHeaderString({ payload: body, secret });
    await receiveStripeEvent({ db: shop.db, secrets: [secret] }, body, signature);
  }
  await shop.runJobs();
}

const states = async ({ db }: TestShop) =>
  (await db.selectFrom("refund").select("state").orderBy("id").execute()).map(({ state }) => state);

const accounts = async (shop: TestShop, orderId: Paid["orderId"]) => ({
  provider: await balanceOf(shop, orderId, "provider"),
  receivable: await balanceOf(shop, orderId, "receivable"),
  refunds: await balanceOf(shop, orderId, "refunds"),
  sales: await balanceOf(shop, orderId, "sales"),
});

// Red without takeBackAllowance: the books then owe the buyer what the sale has earned after all.
// Red when bounceLocked does not give back what the refund had taken.
test.each(["as they came", "the last one first"] as const)(
  "S45 a refund that was paid out and bounces is booked back once, its events %s, and may be made again",
  async (order) => {
    const shop = await createTestShop();
    const paid = await paidOrder(shop, { quantity: 3 });
    const lines = [{ variantId: paid.variantId, quantity: 2 }];
    const { owner, atProvider } = await refunded(shop, paid, { kind: "lines", lines });
    expect(await accounts(shop, paid.orderId)).toMatchObject({ provider: 6_000, refunds: 12_000 });
    await bounce(shop, atProvider);
    await deliverRefundEvents(shop, order);
    await deliverRefundEvents(shop, order);
    expect(await states(shop)).toEqual(["failed"]);
    const books = { provider: 18_000, receivable: 0, refunds: 0, sales: -18_000 };
    expect(await accounts(shop, paid.orderId)).toEqual(books);
    const seen = await owner.call().staff.orders.get({ orderId: paid.orderId });
    expect(seen).toMatchObject({
      refundable: { minor: 18_000 },
      lines: [{ refundedQuantity: 0 }],
      refunds: [{ state: "failed" }],
    });
    expect(seen.happenings.map(({ event }) => event)).toContain("bounce");
    await expectInvariants(shop.db);
    await expectSettled(shop.db);

    await refunded(shop, paid, { kind: "lines", lines });
    expect(await states(shop)).toEqual(["failed", "succeeded"]);
    expect(await accounts(shop, paid.orderId)).toMatchObject({ provider: 6_000, receivable: 0 });
    expect(shop.simulator.charges().map((charge) => charge.amount_refunded)).toEqual([12_000]);
    await expectInvariants(shop.db);
    await expectSettled(shop.db);
  },
);

// Red when the sweep does not read the failed ones: the refund is older than what it reads again.
test("S44 without a webhook the sweep hears of it, however old the refund is", async () => {
  const shop = await createTestShop();
  const paid = await paidOrder(shop);
  const { atProvider } = await refunded(shop, paid, part(1_000));
  await sweepProvider(shop.services.tasks, {});
  await bounce(shop, atProvider);
  const weeksLater = new Date(Date.now() + 48 * 3_600_000).toISOString();
  await shop.db
    .updateTable("provider_sweep")
    .set({ swept_until: weeksLater })
    .where("list", "=", "refunds")
    .execute();
  await sweepProvider(shop.services.tasks, {});
  expect(await states(shop)).toEqual(["failed"]);
  await expectInvariants(shop.db);
});

// Red when bounceLocked gives back whether or not the refund moved: each of them then does.
test("S45 of many who hear of it at the same time, one books it", async () => {
  const shop = await createTestShop({ connectionsMax: 8 });
  const paid = await paidOrder(shop);
  const { atProvider } = await refunded(shop, paid, part(2_500));
  await bounce(shop, atProvider);
  const { tasks } = shop.services;
  const { lost } = await race(times(6, () => () => mirrorRefunds(tasks, paid.paymentId)));
  expect(lost).toEqual([]);
  expect(await states(shop)).toEqual(["failed"]);
  expect(await accounts(shop, paid.orderId)).toMatchObject({ provider: 6_000, refunds: 0 });
  await expectInvariants(shop.db);
});

// Red when `fail` may start from succeeded: whoever found nothing at the provider then undoes a payout.
test("S45 only the provider's word takes a payout back, and nothing brings a failed one to life", async () => {
  const shop = await createTestShop();
  const paid = await paidOrder(shop);
  const { refundId, atProvider } = await refunded(shop, paid, part(1_000));
  await failRefund(shop.db, refundId, "The provider never had it.");
  expect(await states(shop)).toEqual(["succeeded"]);
  await applyRefund(shop.db, refundId, { id: atProvider, status: "failed" });
  await applyRefund(shop.db, refundId, { id: atProvider, status: "succeeded" });
  expect(await states(shop)).toEqual(["failed"]);
  expect(await accounts(shop, paid.orderId)).toMatchObject({ provider: 6_000, receivable: 0 });
  await expectInvariants(shop.db);
});

// Red when the allowance is taken back although the order was cancelled.
test("S45 when the order was cancelled meanwhile, the buyer is owed what came back", async () => {
  const shop = await createTestShop();
  const paid = await paidOrder(shop);
  const { owner, refundId, atProvider } = await refunded(shop, paid, part(2_000));
  await paid.shopper.call().order.cancel({ reference: paid.reference });
  await shop.runJobs();
  await bounce(shop, atProvider);
  await mirrorRefunds(shop.services.tasks, paid.paymentId);
  const owed = { provider: 2_000, receivable: -2_000 };
  expect(await accounts(shop, paid.orderId)).toMatchObject(owed);
  await expectInvariants(shop.db);
  await expect(expectSettled(shop.db)).rejects.toThrow("receivable-settled");

  await owner.call().staff.orders.refundAgain({ orderId: paid.orderId, refundId });
  await shop.runJobs();
  expect(await accounts(shop, paid.orderId)).toMatchObject({ provider: 0, receivable: 0 });
  await expectInvariants(shop.db);
  await expectSettled(shop.db);
});

// Red when reverseSale counts what was given for a refund that came back.
test("S45 cancelled after a refund came back, all of it goes back", async () => {
  const shop = await createTestShop();
  const paid = await paidOrder(shop);
  const { atProvider } = await refunded(shop, paid, part(2_000));
  await bounce(shop, atProvider);
  await mirrorRefunds(shop.services.tasks, paid.paymentId);
  await paid.shopper.call().order.cancel({ reference: paid.reference });
  await shop.runJobs();
  const nothing = { provider: 0, receivable: 0, refunds: 0, sales: 0 };
  expect(await accounts(shop, paid.orderId)).toEqual(nothing);
  await expectInvariants(shop.db);
  await expectSettled(shop.db);
});

// Red when refundAgain asks for a refund that failed, not for one that is owed: all four then succeed.
test("S45 what failed is made again once, also for money that was never the order's", async () => {
  const shop = await createTestShop({ connectionsMax: 6 });
  const { shopper, reference } = await cardOrder(shop);
  const url = await pageOf(shopper, reference);
  await shop.db.updateTable("orders").set({ expires_at: "2020-01-01T00:00:00.000Z" }).execute();
  await sweepCheckouts(shop.services.tasks, {});
  const { order, payment } = await rowsOf(shop, reference);
  await endUnpaid(shop.db, payment.id, { actor: "test" });
  await shop.pay(url);
  await sweepProvider(shop.services.tasks, {});
  await shop.runJobs();
  const surplus = await newestRefund(shop);
  expect(await balanceOf(shop, order.id, "surplus")).toBe(0);
  await bounce(shop, surplus.provider_refund_id ?? "");
  await sweepProvider(shop.services.tasks, {});
  expect(await balanceOf(shop, order.id, "surplus")).toBe(-6_000);
  await expectInvariants(shop.db);

  const owner = await shop.staff("owner");
  const again = { orderId: order.id, refundId: surplus.id };
  expect(await owner.call().staff.orders.get(again)).toMatchObject({ refunds: [{ isOwed: true }] });
  const { won, lost } = await race(
    times(4, () => () => owner.call().staff.orders.refundAgain(again)),
  );
  expect(won).toHaveLength(1);
  expect(lost).toMatchObject(
    times(3, () => ({ cause: { refusal: { code: "ILLEGAL_TRANSITION", entity: "refund" } } })),
  );
  await shop.runJobs();
  expect(shop.simulator.charges().map((charge) => charge.amount_refunded)).toEqual([6_000]);
  expect(await balanceOf(shop, order.id, "surplus")).toBe(0);
  await expectInvariants(shop.db);
  await expectSettled(shop.db);
});
