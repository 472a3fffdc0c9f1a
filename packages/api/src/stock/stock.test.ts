import { Sku } from "@tuckshop/contracts/ids";
import { makeVariant } from "@tuckshop/db/testing/factories";
import { expectInvariants } from "@tuckshop/db/testing/invariants";
import { expect, test } from "vitest";
import { startPickup } from "../testing/purchase.ts";
import { createTestShop } from "../testing/test-shop.ts";

const sku = Sku.parse("KULFI");

test("a delivery is received once under its key, and the ledger says who and why", async () => {
  const shop = await createTestShop();
  await makeVariant(shop.db, { sku, stock: 2 });
  const manager = await shop.staff("manager");
  const key = "delivery-of-tuesday";
  const receive = () =>
    manager.call(key).staff.stock.receive({ sku, quantity: 5, reason: "dairy van" });
  expect(await receive()).toMatchObject({ onHand: 7, reserved: 0, available: 7 });
  expect(await receive()).toMatchObject({ onHand: 7 });
  const [entry] = await manager.call().staff.stock.entries({ sku });
  expect(entry).toMatchObject({ kind: "receive", change: 5, balance: 7, cause: "dairy van" });
  await expectInvariants(shop.db);
});

// Red when enterStock changes capacity without asking what is claimed and the check constraint is dropped.
test("what is promised to a shopper cannot be written off", async () => {
  const shop = await createTestShop();
  const { variantId } = await makeVariant(shop.db, { sku, stock: 3 });
  await startPickup(shop.shopper(), [{ variantId, quantity: 2 }]);
  const manager = await shop.staff("manager");
  await expect(
    manager.call().staff.stock.adjust({ sku, change: -2, reason: "spoiled" }),
  ).rejects.toMatchObject({
    cause: { refusal: { code: "OUT_OF_STOCK", lines: [{ sku, requested: 2, available: 1 }] } },
  });
  expect(
    await manager.call().staff.stock.adjust({ sku, change: -1, reason: "spoiled" }),
  ).toMatchObject({ onHand: 2, reserved: 2, available: 0 });
  await expectInvariants(shop.db);
});

test.each([0, 1.5, 2 ** 31, "1"])("an adjustment by %j is refused", async (change) => {
  const shop = await createTestShop();
  await makeVariant(shop.db, { sku, stock: 3 });
  const manager = await shop.staff("manager");
  await expect(
    manager.call().staff.stock.adjust({ sku, change: change as number, reason: "counted" }),
  ).rejects.toMatchObject({ code: "BAD_REQUEST" });
});

test("an unknown SKU is not found, and a packer may look but not change", async () => {
  const shop = await createTestShop();
  await makeVariant(shop.db, { sku, stock: 3 });
  const manager = await shop.staff("manager");
  await expect(
    manager.call().staff.stock.receive({ sku: Sku.parse("NEVER"), quantity: 1, reason: "van" }),
  ).rejects.toMatchObject({ code: "NOT_FOUND" });
  const packer = await shop.staff("packer");
  expect((await packer.call().staff.stock.levels({ search: "kul" })).items).toHaveLength(1);
  await expect(
    packer.call().staff.stock.receive({ sku, quantity: 1, reason: "van" }),
  ).rejects.toMatchObject({ code: "FORBIDDEN" });
});
