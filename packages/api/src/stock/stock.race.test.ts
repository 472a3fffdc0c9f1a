import { Sku } from "@tuckshop/contracts/ids";
import { makeVariant } from "@tuckshop/db/testing/factories";
import { expectInvariants } from "@tuckshop/db/testing/invariants";
import { race, times } from "@tuckshop/testing/race";
import { expect, test } from "vitest";
import { buy } from "../testing/purchase.ts";
import { createTestShop } from "../testing/test-shop.ts";

const sku = Sku.parse("KULFI");

// Red when enterStock reads the capacity and writes it back plus the change.
test("V16 twenty deliveries and twenty corrections at once, amid sales, lose not one piece", async () => {
  const shop = await createTestShop({ connectionsMax: 20 });
  const { variantId } = await makeVariant(shop.db, { sku, stock: 50 });
  const [manager, owner] = [await shop.staff("manager"), await shop.staff("owner")];
  const received = () => manager.call().staff.stock;
  const corrected = () => owner.call().staff.stock;
  const { lost } = await race<unknown>([
    ...times(20, (at) => () => received().receive({ sku, quantity: at + 1, reason: "van" })),
    ...times(20, () => () => corrected().adjust({ sku, change: -1, reason: "spoiled" })),
    ...times(5, () => () => buy(shop.shopper(), [{ variantId, quantity: 2 }], "cash")),
  ]);
  expect(lost).toEqual([]);
  const left = 50 + (20 * 21) / 2 - 20 - 5 * 2;
  const levels = await manager.call().staff.stock.levels({});
  expect(levels.items).toMatchObject([{ onHand: left, reserved: 0, available: left }]);
  const entries = await manager.call().staff.stock.entries({ sku });
  expect(entries).toHaveLength(1 + 20 + 20 + 5);
  expect(entries[0]?.balance).toBe(left);
  await expectInvariants(shop.db);
});
