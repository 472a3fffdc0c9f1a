import { newId, VariantId } from "@tuckshop/contracts/ids";
import { makeVariant } from "@tuckshop/db/testing/factories";
import { expectInvariants } from "@tuckshop/db/testing/invariants";
import { race, times } from "@tuckshop/testing/race";
import { expect, test } from "vitest";
import { availableOf } from "../testing/available-of.ts";
import { buy, contact, placing, startPickup } from "../testing/purchase.ts";
import { createTestShop } from "../testing/test-shop.ts";

// Red without the lock of the bag in startCheckout: the partial unique index then answers with faults.
test("S24 V17 twenty parallel starts of one bag are one checkout", async () => {
  const shop = await createTestShop({ connectionsMax: 20 });
  const { variantId } = await makeVariant(shop.db, { sku: "KULFI", stock: 3 });
  const shopper = shop.shopper();
  const bag = await shopper.call().bag.put({ baseVersion: 0, lines: [{ variantId, quantity: 2 }] });

  const { won, lost } = await race(
    times(
      20,
      () => () =>
        shopper
          .call()
          .checkout.start({ bagVersion: bag.version, fulfilment: { method: "pickup" } }),
    ),
  );

  expect(lost).toEqual([]);
  expect(new Set(won.map((checkout) => checkout.id)).size).toBe(1);
  expect(await availableOf(shop, "KULFI")).toBe(1);
  await expectInvariants(shop.db);
});

test("S25 the same bag has the same quote, and another way of delivery a new one", async () => {
  const shop = await createTestShop();
  const { variantId } = await makeVariant(shop.db, { sku: "KULFI", stock: 3 });
  const shopper = shop.shopper();
  const first = await startPickup(shopper, [{ variantId, quantity: 2 }]);
  const { version: bagVersion } = await shopper.call().bag.get();
  const again = await shopper
    .call()
    .checkout.start({ bagVersion, fulfilment: { method: "pickup" } });
  const delivered = await shopper
    .call()
    .checkout.start({ bagVersion, fulfilment: { method: "delivery", pincode: "560038" } });

  expect(again).toMatchObject({ id: first.id, quote: first.quote });
  expect(delivered.id).not.toBe(first.id);
  expect(delivered.quote.delivery.minor).toBe(1_500);
  expect(await shopper.call().checkout.get({ checkoutId: first.id })).toMatchObject({
    state: "cancelled",
  });
  expect(await availableOf(shop, "KULFI")).toBe(1);
  await expectInvariants(shop.db);
});

test("S25 one short line refuses the whole checkout, says what is left, and claims nothing", async () => {
  const shop = await createTestShop();
  const plenty = await makeVariant(shop.db, { sku: "PLENTY", stock: 5 });
  const last = await makeVariant(shop.db, { sku: "LAST", stock: 1 });
  const wanted = [plenty, last].map(({ variantId }) => ({ variantId, quantity: 1 }));
  const slow = shop.shopper();
  const bag = await slow.call().bag.put({ baseVersion: 0, lines: wanted });
  await startPickup(shop.shopper(), [{ variantId: last.variantId, quantity: 1 }]);

  await expect(
    slow.call().checkout.start({ bagVersion: bag.version, fulfilment: { method: "pickup" } }),
  ).rejects.toMatchObject({
    code: "CONFLICT",
    cause: {
      refusal: { code: "OUT_OF_STOCK", lines: [{ sku: "LAST", requested: 1, available: 0 }] },
    },
  });
  expect(await availableOf(shop, "PLENTY")).toBe(5);
  await expectInvariants(shop.db);
});

test("a changed bag makes the old quote unplaceable", async () => {
  const shop = await createTestShop();
  const { variantId } = await makeVariant(shop.db, { sku: "KULFI", stock: 9 });
  const shopper = shop.shopper();
  const checkout = await startPickup(shopper, [{ variantId, quantity: 2 }]);
  const { version } = await shopper.call().bag.get();
  await shopper.call().bag.put({ baseVersion: version, lines: [{ variantId, quantity: 3 }] });

  await expect(shopper.call().checkout.place(placing(checkout, "cash"))).rejects.toMatchObject({
    cause: { refusal: { code: "QUOTE_CHANGED" } },
  });
  await expectInvariants(shop.db);
});

test("S31 the same key answers with the same order, another key with the order there is", async () => {
  const shop = await createTestShop({ connectionsMax: 10 });
  const { variantId } = await makeVariant(shop.db, { sku: "KULFI", stock: 9 });
  const shopper = shop.shopper();
  const checkout = await startPickup(shopper, [{ variantId, quantity: 1 }]);
  const key = `place:${checkout.id}`;
  const first = await shopper.call(key).checkout.place(placing(checkout, "cash"));
  const again = await shopper.call(key).checkout.place(placing(checkout, "cash"));

  expect(JSON.stringify(again)).toBe(JSON.stringify(first));
  expect(shopper.headers.get("idempotency-replayed")).toBe("true");
  await expect(shopper.call().checkout.place(placing(checkout, "cash"))).rejects.toMatchObject({
    cause: { refusal: { code: "CHECKOUT_COMPLETED", reference: first.reference } },
  });
  await expectInvariants(shop.db);
});

// Red when claimKey answers undefined at once: then the others are refused as late, not as copies.
test("S31 ten copies of one placing make one order", async () => {
  const shop = await createTestShop({ connectionsMax: 10 });
  const { variantId } = await makeVariant(shop.db, { sku: "KULFI", stock: 9 });
  const shopper = shop.shopper();
  const checkout = await startPickup(shopper, [{ variantId, quantity: 1 }]);
  const key = `place:${checkout.id}`;

  const { won, lost } = await race(
    times(10, () => () => shopper.call(key).checkout.place(placing(checkout, "cash"))),
  );

  expect(new Set(won.map((order) => order.reference)).size).toBe(1);
  for (const reason of lost) {
    expect(reason).toMatchObject({ cause: { refusal: { code: "IDEMPOTENCY_IN_PROGRESS" } } });
  }
  expect(await shop.db.selectFrom("orders").select("id").execute()).toHaveLength(1);
  await expectInvariants(shop.db);
});

// Red when lockCheckout locks neither bag nor checkout: the second order then breaks on the unique
// index, a fault instead of an answer.
test("S31 V17 of twenty placings of one checkout under keys of their own, one is the order and the others name it", async () => {
  const shop = await createTestShop({ connectionsMax: 20 });
  const { variantId } = await makeVariant(shop.db, { sku: "KULFI", stock: 9 });
  const shopper = shop.shopper();
  const checkout = await startPickup(shopper, [{ variantId, quantity: 1 }]);

  const { won, lost } = await race(
    times(20, () => () => shopper.call().checkout.place(placing(checkout, "cash"))),
  );

  expect(won).toHaveLength(1);
  const refusal = { code: "CHECKOUT_COMPLETED", reference: won[0]?.reference };
  expect(lost).toMatchObject(times(19, () => ({ cause: { refusal } })));
  expect(await availableOf(shop, "KULFI")).toBe(8);
  await expectInvariants(shop.db);
});

test("S35 a cash order is confirmed with its fee, and its cash is due until it is collected", async () => {
  const shop = await createTestShop();
  const { variantId } = await makeVariant(shop.db, { sku: "KULFI", stock: 9, priceMinor: 6_000 });
  const shopper = shop.shopper();
  const { reference, total } = await buy(shopper, [{ variantId, quantity: 2 }], "cash");
  expect(total.minor).toBe(2 * 6_000 + 500);

  const packer = await shop.staff("owner");
  const { items } = await packer.call().staff.orders.list({});
  const [row] = items;
  if (!row) throw new Error("The order is not in the list.");
  expect(row).toMatchObject({ reference, paymentState: "due", state: "confirmed" });
  for (const action of ["pack", "make_ready", "collect"] as const) {
    const { version } = await packer.call().staff.orders.get({ orderId: row.id });
    await packer.call().staff.orders.act({ orderId: row.id, action, baseVersion: version });
  }

  const order = await shopper.call().order.track({ reference });
  expect(order).toMatchObject({
    state: "delivered",
    payment: { state: "collected", amount: total },
  });
  const entries = await shop.db.selectFrom("money_entry").selectAll().orderBy("id").execute();
  expect(entries.map((entry) => [entry.debit, entry.credit, entry.amount_minor])).toEqual([
    ["receivable", "sales", total.minor],
    ["cash_drawer", "receivable", total.minor],
  ]);
  await expectInvariants(shop.db);
});

test("a delivery out of our zones, or without an address, is refused", async () => {
  const shop = await createTestShop();
  const { variantId } = await makeVariant(shop.db, { sku: "KULFI", stock: 9 });
  const shopper = shop.shopper();
  const bag = await shopper.call().bag.put({ baseVersion: 0, lines: [{ variantId, quantity: 1 }] });
  const start = (pincode: string) =>
    shopper
      .call()
      .checkout.start({ bagVersion: bag.version, fulfilment: { method: "delivery", pincode } });
  await expect(start("999999")).rejects.toMatchObject({
    cause: { refusal: { code: "DELIVERY_UNAVAILABLE", pincode: "999999" } },
  });
  const checkout = await start("560038");
  await expect(shopper.call().checkout.place(placing(checkout, "cash"))).rejects.toMatchObject({
    cause: { refusal: { code: "ADDRESS_REQUIRED" } },
  });
  await expectInvariants(shop.db);
});

test.each([0, -1, 1.5, 2 ** 31, "1", null])(
  "a quantity of %j is refused and changes nothing",
  async (quantity) => {
    const shop = await createTestShop();
    const { variantId } = await makeVariant(shop.db, { sku: "KULFI", stock: 9 });
    const put = shop
      .shopper()
      .call()
      .bag.put({
        baseVersion: 0,
        lines: [{ variantId, quantity: quantity as number }],
      });
    await expect(put).rejects.toMatchObject({ code: "BAD_REQUEST" });
    expect(await shop.db.selectFrom("cart").selectAll().execute()).toEqual([]);
  },
);

test("a variant that never was is refused, and the bag stays as it is", async () => {
  const shop = await createTestShop();
  const put = shop
    .shopper()
    .call()
    .bag.put({ baseVersion: 0, lines: [{ variantId: newId(VariantId), quantity: 1 }] });
  await expect(put).rejects.toMatchObject({
    cause: { refusal: { code: "NOT_FOUND", entity: "variant" } },
  });
  expect(await shop.db.selectFrom("cart").selectAll().execute()).toEqual([]);
});

test("an order that another shopper placed is not found", async () => {
  const shop = await createTestShop();
  const { variantId } = await makeVariant(shop.db, { sku: "KULFI", stock: 9 });
  const owner = shop.shopper();
  const checkout = await startPickup(owner, [{ variantId, quantity: 1 }]);
  const stranger = shop.shopper();
  const notFound = { code: "NOT_FOUND" };
  await expect(stranger.call().checkout.get({ checkoutId: checkout.id })).rejects.toMatchObject(
    notFound,
  );
  await expect(stranger.call().checkout.place(placing(checkout, "cash"))).rejects.toMatchObject(
    notFound,
  );
  const { reference } = await owner.call().checkout.place(placing(checkout, "card"));
  for (const call of [
    () => stranger.call().order.track({ reference }),
    () => stranger.call().order.cancel({ reference }),
    () => stranger.call().payment.open({ reference }),
    () => stranger.call().payment.sync({ reference }),
    () => stranger.call().payment.payCash({ reference }),
  ]) {
    await expect(call()).rejects.toMatchObject(notFound);
  }
  expect(contact.name).toBe((await owner.call().order.track({ reference })).customerName);
});
