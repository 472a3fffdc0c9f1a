import { makeVariant } from "@tuckshop/db/testing/factories";
import { expectInvariants, expectSettled } from "@tuckshop/db/testing/invariants";
import { race, times } from "@tuckshop/testing/race";
import { expect, test } from "vitest";
import { pageOf } from "../testing/card-order.ts";
import { availableOf } from "../testing/available-of.ts";
import { balanceOf, cashOrder, handOver, rowsOf } from "../testing/paid-order.ts";
import { buy } from "../testing/purchase.ts";
import { createTestShop, type TestShop } from "../testing/test-shop.ts";

const reason = "melted on the way";

/** Three kulfis and two chais, paid by card and handed over. */
const deliveredOrder = async (shop: TestShop) => {
  const kulfi = await makeVariant(shop.db, { sku: "KULFI", stock: 10 });
  const chai = await makeVariant(shop.db, { sku: "CHAI", stock: 10, priceMinor: 1_000 });
  const shopper = shop.shopper();
  const lines = [
    { variantId: kulfi.variantId, quantity: 3 },
    { variantId: chai.variantId, quantity: 2 },
  ];
  const { reference } = await buy(shopper, lines, "card");
  await shop.pay(await pageOf(shopper, reference));
  await shopper.call().payment.sync({ reference });
  const { order } = await rowsOf(shop, reference);
  const owner = await shop.staff("owner");
  const baseVersion = await handOver(owner, order.id);
  return { shopper, reference, orderId: order.id, owner, baseVersion, kulfi, chai };
};

// Red when returnOrder leaves the ledger row out: the shelf then has fewer than the counter says.
test("S45 what comes back is on the shelf again or in the bin, and its money goes back, in one commit", async () => {
  const shop = await createTestShop();
  const { orderId, owner, baseVersion, kulfi, chai, ...sold } = await deliveredOrder(shop);
  const before = [await availableOf(shop, "KULFI"), await availableOf(shop, "CHAI")];
  const order = await owner.call().staff.orders.return({
    orderId,
    baseVersion,
    lines: [
      { variantId: kulfi.variantId, quantity: 2, disposition: "waste" },
      { variantId: chai.variantId, quantity: 1, disposition: "restock" },
    ],
    refund: true,
    reason,
  });
  expect(order).toMatchObject({ state: "returned" });
  const after = [await availableOf(shop, "KULFI"), await availableOf(shop, "CHAI")];
  expect(after).toEqual([before[0], (before[1] ?? 0) + 1]);
  await expectInvariants(shop.db);
  await shop.runJobs();
  expect(shop.simulator.charges().map((charge) => charge.amount_refunded)).toEqual([13_000]);
  expect(await balanceOf(shop, orderId, "refunds")).toBe(13_000);
  expect(await sold.shopper.call().order.track({ reference: sold.reference })).toMatchObject({
    state: "returned",
    lines: [{ refundedQuantity: 2 }, { refundedQuantity: 1 }],
  });
  await expectInvariants(shop.db);
  await expectSettled(shop.db);
});

test("S45 goods that were refunded before are not refunded again when they come back", async () => {
  const shop = await createTestShop();
  const { orderId, owner, baseVersion, kulfi } = await deliveredOrder(shop);
  const lines = [{ variantId: kulfi.variantId, quantity: 2 }];
  await owner.call().staff.orders.refund({
    orderId,
    baseVersion,
    refund: { kind: "lines", lines },
    reason,
  });
  await owner.call().staff.orders.return({
    orderId,
    baseVersion,
    lines: [{ variantId: kulfi.variantId, quantity: 3, disposition: "waste" }],
    refund: true,
    reason,
  });
  await shop.runJobs();
  expect(shop.simulator.charges().map((charge) => charge.amount_refunded)).toEqual([18_000]);
  await expectInvariants(shop.db);
});

test("S45 more than was sold does not come back, nothing comes back twice, and only to who may", async () => {
  const shop = await createTestShop({ connectionsMax: 6 });
  const { orderId, owner, baseVersion, kulfi } = await deliveredOrder(shop);
  const wish = (quantity: number) => ({
    orderId,
    baseVersion,
    lines: [{ variantId: kulfi.variantId, quantity, disposition: "restock" as const }],
    refund: false,
    reason,
  });
  const packer = await shop.staff("packer");
  await expect(packer.call().staff.orders.return(wish(1))).rejects.toMatchObject({
    code: "FORBIDDEN",
  });
  await expect(owner.call().staff.orders.return(wish(4))).rejects.toMatchObject({
    cause: { refusal: { code: "LINES_SPENT", lines: [{ sku: "KULFI", requested: 4, left: 3 }] } },
  });
  const { won, lost } = await race<unknown>([
    () => owner.call().staff.orders.return(wish(3)),
    () => owner.call().staff.orders.return(wish(3)),
  ]);
  expect(won).toHaveLength(1);
  expect(lost).toMatchObject([{ cause: { refusal: { code: "VERSION_CONFLICT" } } }]);
  expect(await availableOf(shop, "KULFI")).toBe(10);
  await expectInvariants(shop.db);
});

test("S45 cash goes back out of the drawer in the commit of the return", async () => {
  const shop = await createTestShop();
  const { orderId, variantId } = await cashOrder(shop, { quantity: 2 });
  const owner = await shop.staff("owner");
  const baseVersion = await handOver(owner, orderId);
  await owner.call().staff.orders.return({
    orderId,
    baseVersion,
    lines: [{ variantId, quantity: 2, disposition: "restock" }],
    refund: true,
    reason,
  });
  expect(await balanceOf(shop, orderId, "cash_drawer")).toBe(500); // the fee for cash stays
  await expectInvariants(shop.db);
  await expectSettled(shop.db);
});

// Red when its lines are noted or put back one by one: the call is then above its budget of statements.
test("S45 a return of twelve lines sends no more statements than a return of one", async () => {
  const shop = await createTestShop();
  const articles = await Promise.all(
    times(12, (at) => makeVariant(shop.db, { sku: `RETURN-${at}`, stock: 5 })),
  );
  const bought = articles.map(({ variantId }) => ({ variantId, quantity: 2 }));
  const { reference } = await buy(shop.shopper(), bought, "cash");
  const { order } = await rowsOf(shop, reference);
  const owner = await shop.staff("owner");
  const baseVersion = await handOver(owner, order.id);
  const lines = bought.map((line) => ({ ...line, disposition: "restock" as const }));
  const returning = { orderId: order.id, baseVersion, lines, refund: true, reason };
  await owner.call().staff.orders.return(returning);
  expect(await availableOf(shop, "RETURN-7")).toBe(5);
  await expectInvariants(shop.db);
});
