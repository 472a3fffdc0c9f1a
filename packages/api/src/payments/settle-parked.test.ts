import { makeVariant } from "@tuckshop/db/testing/factories";
import { expectInvariants, expectSettled } from "@tuckshop/db/testing/invariants";
import { race } from "@tuckshop/testing/race";
import { expect, test } from "vitest";
import { sweepCheckouts } from "../checkout/sweep.ts";
import { cardOrder, pageOf } from "../testing/card-order.ts";
import { balanceOf, rowsOf } from "../testing/paid-order.ts";
import { buy } from "../testing/purchase.ts";
import { createTestShop, type TestShop } from "../testing/test-shop.ts";
import { sweepPayments } from "./sweep.ts";

/** The provider captured `more` than our order costs: its price moved by hand, behind everybody's back. */
const parkedOrder = async (shop: TestShop, more: number) => {
  const placed = await cardOrder(shop, { quantity: 2 });
  const { shopper, reference } = placed;
  const url = await pageOf(shopper, reference);
  await shop.db
    .updateTable("order_line")
    .set({ unit_minor: 6_000 - more / 2, total_minor: 12_000 - more })
    .execute();
  await shop.db
    .updateTable("orders")
    .set({ subtotal_minor: 12_000 - more, total_minor: 12_000 - more })
    .execute();
  await shop.pay(url);
  await shopper.call().payment.sync({ reference });
  const { order, payment } = await rowsOf(shop, reference);
  expect(payment.parked_reason).not.toBeNull();
  return { ...placed, orderId: order.id, paymentId: payment.id };
};

/** The quote is what it was: only the order was changed. */
const without = ["order-equals-quote"];

const expire = async (shop: TestShop) => {
  await shop.db.updateTable("orders").set({ expires_at: "2020-01-01T00:00:00.000Z" }).execute();
  await sweepCheckouts(shop.services.tasks, {});
};

const refundedAt = (shop: TestShop) =>
  shop.simulator.charges().map((charge) => charge.amount_refunded);

test("S40 the staff see why a payment is parked, and accept it: what is too much goes back", async () => {
  const shop = await createTestShop();
  const { orderId, paymentId, shopper, reference } = await parkedOrder(shop, 200);
  const owner = await shop.staff("owner");
  const { parked } = await owner.call().staff.orders.get({ orderId });
  expect(parked).toMatchObject({
    reason: "The provider captured 120.00 INR, we asked for 118.00 INR.",
    captured: { minor: 12_000 },
    cannotAccept: null,
    cannotRefund: null,
  });
  const settled = await owner
    .call()
    .staff.payments.settleParked({ orderId, paymentId, decision: "accept" });
  expect(settled).toMatchObject({ state: "confirmed", parked: null });
  await shop.runJobs();
  expect(refundedAt(shop)).toEqual([200]);
  expect(await balanceOf(shop, orderId, "receivable")).toBe(0);
  expect(await balanceOf(shop, orderId, "sales")).toBe(-11_800);
  expect(await shopper.call().order.track({ reference })).toMatchObject({ state: "confirmed" });
  await expectInvariants(shop.db, { without });
  await expectSettled(shop.db);
});

test("S40 money that is too little can only go back, and its order is cancelled", async () => {
  const shop = await createTestShop();
  const { orderId, paymentId } = await parkedOrder(shop, -200);
  const owner = await shop.staff("owner");
  const settle = (decision: "accept" | "refund") =>
    owner.call().staff.payments.settleParked({ orderId, paymentId, decision });
  await expect(settle("accept")).rejects.toMatchObject({
    cause: { refusal: { code: "ILLEGAL_TRANSITION" } },
  });
  expect(await settle("refund")).toMatchObject({ state: "cancelled", parked: null });
  await expect(settle("refund")).rejects.toMatchObject({
    cause: { refusal: { code: "ILLEGAL_TRANSITION" } },
  });
  await shop.runJobs();
  expect(refundedAt(shop)).toEqual([12_000]);
  expect(await balanceOf(shop, orderId, "receivable")).toBe(0);
  await expectInvariants(shop.db, { without });
  await expectSettled(shop.db);
});

// Red when the sweep does not leave out what is parked: it then asks the provider again, for ever.
test("S40 a parked payment is asked about no more, whatever sweeps run and orders expire", async () => {
  const shop = await createTestShop();
  const { orderId, paymentId } = await parkedOrder(shop, 200);
  const asked = () => shop.simulator.requests().length;
  const before = asked();
  await expire(shop);
  await shop.runJobs();
  for (let time = 0; time < 3; time++) await sweepPayments(shop.services.tasks, {});
  expect(asked()).toBe(before);

  const owner = await shop.staff("owner");
  const settled = await owner
    .call()
    .staff.payments.settleParked({ orderId, paymentId, decision: "accept" });
  expect(settled.state).toBe("confirmed"); // the goods were still there
  await expectInvariants(shop.db, { without });
});

test("S40 what is parked cannot be accepted once its goods are gone, and goes back", async () => {
  const shop = await createTestShop();
  const { orderId, paymentId, variantId } = await parkedOrder(shop, 200);
  await expire(shop);
  await buy(shop.shopper(), [{ variantId, quantity: 9 }], "cash");
  const owner = await shop.staff("owner");
  const settle = (decision: "accept" | "refund") =>
    owner.call().staff.payments.settleParked({ orderId, paymentId, decision });
  await expect(settle("accept")).rejects.toMatchObject({
    cause: { refusal: { code: "OUT_OF_STOCK" } },
  });
  expect(await settle("refund")).toMatchObject({ state: "expired", parked: null });
  await shop.runJobs();
  expect(refundedAt(shop)).toEqual([12_000]);
  await expectInvariants(shop.db, { without });
});

// Red when settleParked does not lock the order: both decisions are then carried out.
test("S40 of two people who decide differently, one is told that it was decided", async () => {
  const shop = await createTestShop({ connectionsMax: 6 });
  const { orderId, paymentId } = await parkedOrder(shop, 200);
  await makeVariant(shop.db, { sku: "OTHER" });
  const [owner, manager] = [await shop.staff("owner"), await shop.staff("manager")];
  const { won, lost } = await race<unknown>([
    () => owner.call().staff.payments.settleParked({ orderId, paymentId, decision: "accept" }),
    () => manager.call().staff.payments.settleParked({ orderId, paymentId, decision: "refund" }),
  ]);
  expect(won).toHaveLength(1);
  expect(lost).toMatchObject([{ cause: { refusal: { code: "ILLEGAL_TRANSITION" } } }]);
  await expectInvariants(shop.db, { without });
});
