import { makeVariant } from "@tuckshop/db/testing/factories";
import { expectInvariants } from "@tuckshop/db/testing/invariants";
import { enqueue } from "@tuckshop/db/atomic/enqueue";
import { expect, test } from "vitest";
import { availableOf } from "../testing/available-of.ts";
import { buy, placing, startPickup } from "../testing/purchase.ts";
import { createTestShop } from "../testing/test-shop.ts";

// Red when startCheckout does not give the old hold back before it claims.
test("S27 a shopper's own hold never blocks them, and availability is exact after the sale", async () => {
  const shop = await createTestShop();
  const { variantId } = await makeVariant(shop.db, { sku: "KULFI", stock: 2 });
  const shopper = shop.shopper();
  await startPickup(shopper, [{ variantId, quantity: 2 }]);
  const bag = await shopper.call().bag.get();
  expect(bag.lines[0]?.available).toBe(2);
  const delivered = await shopper.call().checkout.start({
    bagVersion: bag.version,
    fulfilment: { method: "delivery", pincode: "560038" },
  });
  const address = { line1: "14, 12th Main" };
  await shopper.call().checkout.place({ ...placing(delivered, "cash"), address });

  expect(await availableOf(shop, "KULFI")).toBe(0);
  const counter = await shop.db.selectFrom("counter").selectAll().executeTakeFirstOrThrow();
  expect(counter).toMatchObject({ capacity: 2, claimed: 2, consumed: 2 });
  await expectInvariants(shop.db);
});

test("S30 a lapsed hold is sellable again after the sweep, which ends it once", async () => {
  const shop = await createTestShop();
  const { variantId } = await makeVariant(shop.db, { sku: "KULFI", stock: 1 });
  const checkout = await startPickup(shop.shopper(), [{ variantId, quantity: 1 }]);
  await shop.db
    .updateTable("checkout")
    .set({ expires_at: new Date(Date.now() - 1_000).toISOString() })
    .where("id", "=", checkout.id)
    .execute();
  const sweep = () =>
    shop.db.transaction().execute(async (tx) => {
      await enqueue(tx, "checkout.sweep", {});
    });
  await sweep();
  await sweep();
  await shop.runJobs();

  expect(await availableOf(shop, "KULFI")).toBe(1);
  const moves = await shop.db
    .selectFrom("transition")
    .select("event")
    .where("entity_id", "=", checkout.id)
    .execute();
  expect(moves.map((move) => move.event)).toEqual([null, "expire"]);
  await buy(shop.shopper(), [{ variantId, quantity: 1 }], "cash");
  await expectInvariants(shop.db);
});

test("S30 a hold is made longer ten times, the eleventh is refused, and a lapsed one stays lapsed", async () => {
  const shop = await createTestShop();
  const { variantId } = await makeVariant(shop.db, { sku: "KULFI", stock: 1 });
  const shopper = shop.shopper();
  const { id: checkoutId, holdExpiresAt } = await startPickup(shopper, [
    { variantId, quantity: 1 },
  ]);
  const extend = () => shopper.call().checkout.extendHold({ checkoutId });
  for (const left of [9, 8, 7, 6, 5, 4, 3, 2, 1, 0]) {
    expect(await extend()).toMatchObject({ id: checkoutId, extensionsLeft: left });
  }
  await expect(extend()).rejects.toMatchObject({
    cause: { refusal: { code: "HOLD_LIMIT_REACHED" } },
  });
  const { holdExpiresAt: later } = await shopper.call().checkout.get({ checkoutId });
  expect(later > holdExpiresAt).toBe(true);
  await shop.db
    .updateTable("checkout")
    .set({ extensions: 0, expires_at: new Date(Date.now() - 1_000).toISOString() })
    .execute();
  await expect(extend()).rejects.toMatchObject({
    cause: { refusal: { code: "CHECKOUT_CLOSED", state: "expired" } },
  });
  await expect(shop.shopper().call().checkout.extendHold({ checkoutId })).rejects.toMatchObject({
    code: "NOT_FOUND",
  });
  await expectInvariants(shop.db);
});
