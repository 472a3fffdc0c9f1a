import type { OrderReference } from "@tuckshop/contracts/ids";
import { expectInvariants } from "@tuckshop/db/testing/invariants";
import { expect, test } from "vitest";
import { sweepCheckouts } from "../checkout/sweep.ts";
import { cardOrder, pageOf } from "../testing/card-order.ts";
import { buy } from "../testing/purchase.ts";
import { createTestShop, type TestShop } from "../testing/test-shop.ts";
import { sweepPayments } from "./sweep.ts";

const expireOrder = async (shop: TestShop, reference: OrderReference) => {
  await shop.db
    .updateTable("orders")
    .set({ expires_at: new Date(Date.now() - 1_000).toISOString() })
    .where("reference", "=", reference)
    .execute();
  await sweepCheckouts(shop.services.tasks, {});
};

// Red when captureAndConfirm does not claim again: the order is then confirmed with nothing sold.
test("V11 S41 money that comes after the hold lapsed buys the goods when they are still there", async () => {
  const shop = await createTestShop();
  const { shopper, reference } = await cardOrder(shop, { stock: 1 });
  const url = await pageOf(shopper, reference);
  await expireOrder(shop, reference);
  await shop.pay(url);
  await shop.runJobs(); // closes the page, and learns that it was paid
  expect(await shopper.call().order.track({ reference })).toMatchObject({ state: "confirmed" });
  await expectInvariants(shop.db);
});

// Red when applyCapture does not catch OUT_OF_STOCK, or claims without asking what is left.
test("V11 S41 money that comes when the goods are gone goes back in full", async () => {
  const shop = await createTestShop();
  const { shopper, reference, variantId, total } = await cardOrder(shop, { stock: 1 });
  const url = await pageOf(shopper, reference);
  await expireOrder(shop, reference);
  await shop.pay(url);
  await buy(shop.shopper(), [{ variantId, quantity: 1 }], "cash");
  await shop.runJobs();

  expect(await shopper.call().order.track({ reference })).toMatchObject({
    state: "expired",
    payment: { state: "captured" },
    refunds: [{ state: "succeeded", amount: total }],
  });
  const [charge] = shop.simulator.charges();
  expect(charge?.amount_refunded).toBe(total.minor);
  await expectInvariants(shop.db);
});

test("an order that nobody pays expires, gives its goods back and closes its page", async () => {
  const shop = await createTestShop();
  const { shopper, reference, variantId } = await cardOrder(shop, { stock: 1 });
  const url = await pageOf(shopper, reference);
  await expireOrder(shop, reference);
  await shop.runJobs();
  expect(await shopper.call().order.track({ reference })).toMatchObject({
    state: "expired",
    payment: { state: "cancelled" },
  });
  expect(await shop.pay(url)).toMatchObject({ result: "closed" });
  await buy(shop.shopper(), [{ variantId, quantity: 1 }], "cash");
  await expectInvariants(shop.db);
});

// Red when applyCapture confirms whatever state the order is in.
test("V12 money that comes for a cancelled order goes back in full, once", async () => {
  const shop = await createTestShop();
  const { shopper, reference, total } = await cardOrder(shop, { stock: 1 });
  const url = await pageOf(shopper, reference);
  await shopper.call().order.cancel({ reference });
  await shop.pay(url); // in the last second, before the page is closed
  await shop.runJobs();
  await shop.runJobs();
  expect(await shopper.call().order.track({ reference })).toMatchObject({
    state: "cancelled",
    payment: { state: "captured" },
    refunds: [{ state: "succeeded", amount: total }],
  });
  expect(shop.simulator.charges().map((charge) => charge.amount_refunded)).toEqual([total.minor]);
  await expectInvariants(shop.db);
});

// Red when sweepPayments leaves refunds out: a refund whose job has run dry then stays owed.
test("a refund whose job was lost is sent by the sweep, once", async () => {
  const shop = await createTestShop();
  const { shopper, reference, total } = await cardOrder(shop);
  await shop.pay(await pageOf(shopper, reference));
  await shopper.call().payment.sync({ reference });
  await shopper.call().order.cancel({ reference });
  await shop.pool.query(
    "select graphile_worker.complete_jobs(array(select id from graphile_worker.jobs))",
  );
  await sweepPayments(shop.services.tasks, {});
  await sweepPayments(shop.services.tasks, {});
  expect(shop.simulator.charges().map((charge) => charge.amount_refunded)).toEqual([total.minor]);
  const { refunds } = await shopper.call().order.track({ reference });
  expect(refunds.map((refund) => refund.state)).toEqual(["succeeded"]);
  await expectInvariants(shop.db);
});
