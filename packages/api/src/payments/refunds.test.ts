import { makeVariant } from "@tuckshop/db/testing/factories";
import { expectInvariants, expectSettled } from "@tuckshop/db/testing/invariants";
import { race, times } from "@tuckshop/testing/race";
import { expect, test } from "vitest";
import { pageOf } from "../testing/card-order.ts";
import { balanceOf, cashOrder, handOver, paidOrder, rowsOf } from "../testing/paid-order.ts";
import { buy } from "../testing/purchase.ts";
import { createTestShop, type TestShop } from "../testing/test-shop.ts";
import { sweepPayments } from "./sweep.ts";

const inr = (minor: number) => ({ minor, currency: "INR" as const });
const part = (minor: number) => ({ kind: "amount", amount: inr(minor) }) as const;
const reason = "one was broken";

const settle = async (shop: TestShop) => {
  await shop.runJobs();
  await sweepPayments(shop.services.tasks, {});
};

const refundedAt = (shop: TestShop) =>
  shop.simulator.charges().map((charge) => charge.amount_refunded);

// Red when takePaid drops its WHERE (the constraint then answers with faults), and when requestRefund
// believes the payment it was handed instead: all twenty then go through.
test("V13 of twenty refunds of 30 % at the same time exactly three succeed, the others are refused", async () => {
  const shop = await createTestShop({ connectionsMax: 20 });
  const { orderId } = await paidOrder(shop, { quantity: 5 });
  const owner = await shop.staff("owner");
  const { version: baseVersion } = await owner.call().staff.orders.get({ orderId });
  const { won, lost } = await race(
    times(
      20,
      () => () =>
        owner.call().staff.orders.refund({ orderId, baseVersion, refund: part(9_000), reason }),
    ),
  );
  expect(won).toHaveLength(3);
  expect(lost).toEqual(
    times(17, () =>
      expect.objectContaining({
        cause: expect.objectContaining({
          refusal: { code: "REFUND_TOO_LARGE", left: inr(3_000) },
        }),
      }),
    ),
  );
  await settle(shop);
  expect(refundedAt(shop)).toEqual([27_000]);
  await expectInvariants(shop.db);
  await expectSettled(shop.db);
});

// Red when the cause of a refund is its amount and order: the two intended ones then become one.
test("V13 two equal refunds that are meant stay two, and one that is repeated stays one", async () => {
  const shop = await createTestShop();
  const { orderId } = await paidOrder(shop, { quantity: 5 });
  const owner = await shop.staff("owner");
  const { version: baseVersion } = await owner.call().staff.orders.get({ orderId });
  const wish = { orderId, baseVersion, refund: part(6_000), reason };
  const key = "one-intent-of-the-owner";
  for (const each of [key, key, "another-of-the-owner"]) {
    await owner.call(each).staff.orders.refund(wish);
  }
  await settle(shop);
  expect(refundedAt(shop)).toEqual([12_000]);
  expect((await owner.call().staff.orders.get({ orderId })).refundable).toEqual(inr(18_000));
  await expectInvariants(shop.db);
});

test("S45 a refund lowers what the sale earned, and the books owe nobody anything", async () => {
  const shop = await createTestShop();
  const { orderId, shopper, reference } = await paidOrder(shop, { quantity: 5 });
  const owner = await shop.staff("owner");
  const { version: baseVersion } = await owner.call().staff.orders.get({ orderId });
  await owner.call().staff.orders.refund({ orderId, baseVersion, refund: part(6_000), reason });
  await settle(shop);
  expect(await balanceOf(shop, orderId, "sales")).toBe(-30_000);
  expect(await balanceOf(shop, orderId, "refunds")).toBe(6_000);
  expect(await balanceOf(shop, orderId, "provider")).toBe(24_000);
  expect(await balanceOf(shop, orderId, "receivable")).toBe(0);

  await shopper.call().order.cancel({ reference });
  await settle(shop);
  expect(refundedAt(shop)).toEqual([30_000]);
  expect(await balanceOf(shop, orderId, "provider")).toBe(0);
  expect(await balanceOf(shop, orderId, "receivable")).toBe(0);
  await expectInvariants(shop.db);
  await expectSettled(shop.db);
});

test("S45 a cancel while a part is on its way back sends the rest, and all of it arrives", async () => {
  const shop = await createTestShop();
  const { orderId, shopper, reference } = await paidOrder(shop, { quantity: 5 });
  const owner = await shop.staff("owner");
  const { version: baseVersion } = await owner.call().staff.orders.get({ orderId });
  await owner.call().staff.orders.refund({ orderId, baseVersion, refund: part(6_000), reason });
  await shopper.call().order.cancel({ reference });
  await settle(shop);
  expect(refundedAt(shop)).toEqual([30_000]);
  expect(await balanceOf(shop, orderId, "receivable")).toBe(0);
  await expectInvariants(shop.db);
  await expectSettled(shop.db);
});

// Red when takeLines drops its WHERE: the constraint then answers with a fault instead of a refusal.
test("S45 goods are refunded at what was paid for them, piece by piece, and never more than ordered", async () => {
  const shop = await createTestShop({ connectionsMax: 8 });
  const { variantId: kulfi } = await makeVariant(shop.db, { sku: "KULFI", priceMinor: 3_333 });
  const { variantId: chai } = await makeVariant(shop.db, { sku: "CHAI", priceMinor: 1_000 });
  const shopper = shop.shopper();
  const { reference } = await buy(
    shopper,
    [
      { variantId: kulfi, quantity: 3 },
      { variantId: chai, quantity: 1 },
    ],
    "card",
  );
  await shop.pay(await pageOf(shopper, reference));
  await shopper.call().payment.sync({ reference });
  const { order } = await rowsOf(shop, reference);
  const owner = await shop.staff("owner");
  const { version: baseVersion } = await owner.call().staff.orders.get({ orderId: order.id });
  const refund = (variantId: typeof kulfi, quantity: number) =>
    owner.call().staff.orders.refund({
      orderId: order.id,
      baseVersion,
      refund: { kind: "lines", lines: [{ variantId, quantity }] },
      reason,
    });
  const { won, lost } = await race(times(5, () => () => refund(kulfi, 1)));
  expect(won).toHaveLength(3);
  expect(lost).toMatchObject(
    times(2, () => ({
      cause: { refusal: { code: "LINES_SPENT", lines: [{ sku: "KULFI", requested: 1, left: 0 }] } },
    })),
  );
  await refund(chai, 1);
  await settle(shop);
  expect(refundedAt(shop)).toEqual([order.subtotal_minor]);
  const tracked = await shopper.call().order.track({ reference });
  expect(tracked.lines.map((line) => line.refundedQuantity)).toEqual([3, 1]);
  expect(tracked.refunds).toHaveLength(4);
  await expectInvariants(shop.db);
});

test("S45 the price of a refund is told before anybody decides, and what is spent is refused", async () => {
  const shop = await createTestShop();
  const { orderId, variantId } = await paidOrder(shop, { quantity: 3 });
  const owner = await shop.staff("owner");
  const price = (quantity: number) =>
    owner.call().staff.orders.priceRefund({ orderId, lines: [{ variantId, quantity }] });
  expect(await price(2)).toEqual({ amount: inr(12_000), left: inr(18_000) });
  await expect(price(4)).rejects.toMatchObject({ cause: { refusal: { code: "LINES_SPENT" } } });
  const twice = [
    { variantId, quantity: 2 },
    { variantId, quantity: 2 },
  ];
  await expect(
    owner.call().staff.orders.priceRefund({ orderId, lines: twice }),
  ).rejects.toMatchObject({ code: "BAD_REQUEST" });
});

test("S45 only who may refunds, what was paid, in its currency, seen as it is", async () => {
  const shop = await createTestShop();
  const { orderId } = await paidOrder(shop);
  const { orderId: dueId } = await cashOrder(shop, { sku: "DUE" });
  const [owner, packer] = [await shop.staff("owner"), await shop.staff("packer")];
  const wish = { orderId, baseVersion: 2, refund: part(1), reason };
  await expect(packer.call().staff.orders.refund(wish)).rejects.toMatchObject({
    code: "FORBIDDEN",
  });
  const refused = (input: typeof wish | object) =>
    owner
      .call()
      .staff.orders.refund({ ...wish, ...input })
      .then(
        () => "accepted",
        (error: { cause: { refusal: { code: string } } }) => error.cause.refusal.code,
      );
  expect(await refused({ baseVersion: 1 })).toBe("VERSION_CONFLICT");
  expect(await refused({ orderId: dueId })).toBe("ILLEGAL_TRANSITION");
  const euros = { kind: "amount", amount: { minor: 1, currency: "EUR" } } as const;
  expect(await refused({ refund: euros })).toBe("CURRENCY_WRONG");
  expect(await refused({ refund: part(6_001) })).toBe("REFUND_TOO_LARGE");
  expect(await shop.db.selectFrom("refund").selectAll().execute()).toEqual([]);
  await expectInvariants(shop.db);
});

test("S45 cash that was collected is refunded out of the drawer, at once and without the provider", async () => {
  const shop = await createTestShop();
  const { orderId, shopper, reference } = await cashOrder(shop, { quantity: 2 });
  const owner = await shop.staff("owner");
  const baseVersion = await handOver(owner, orderId);
  const refund = (wish: ReturnType<typeof part> | { kind: "rest" }) =>
    owner.call().staff.orders.refund({ orderId, baseVersion, refund: wish, reason });
  await refund(part(2_000));
  expect(await balanceOf(shop, orderId, "cash_drawer")).toBe(10_500);
  await refund({ kind: "rest" });
  expect(await balanceOf(shop, orderId, "cash_drawer")).toBe(0);
  await expect(refund({ kind: "rest" })).rejects.toMatchObject({
    cause: { refusal: { code: "REFUND_TOO_LARGE", left: inr(0) } },
  });
  expect(await shopper.call().order.track({ reference })).toMatchObject({
    refunds: [{ state: "succeeded" }, { state: "succeeded", amount: inr(10_500) }],
  });
  expect(shop.simulator.requests().filter(({ path }) => path.includes("refund"))).toEqual([]);
  await expectInvariants(shop.db);
  await expectSettled(shop.db);
});
