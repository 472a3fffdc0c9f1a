import { makeVariant } from "@tuckshop/db/testing/factories";
import { race, times } from "@tuckshop/testing/race";
import { expect, test } from "vitest";
import { createTestShop } from "../testing/test-shop.ts";

// Red when `advance` writes the version that it was told instead of asking for it: all twenty then win.
test("V16 of twenty tabs that change one bag they all saw, one wins and the others are told", async () => {
  const shop = await createTestShop({ connectionsMax: 20 });
  const { variantId } = await makeVariant(shop.db, { sku: "KULFI", stock: 99 });
  const shopper = shop.shopper();
  await shopper.call().bag.put({ baseVersion: 0, lines: [] }); // makes the device
  for (const baseVersion of [1, 2]) {
    const { won, lost } = await race(
      times(
        20,
        (at) => () =>
          shopper.call().bag.put({ baseVersion, lines: [{ variantId, quantity: at + 1 }] }),
      ),
    );
    expect(won).toMatchObject([{ version: baseVersion + 1 }]);
    expect(lost).toMatchObject(
      times(19, () => ({
        cause: { refusal: { code: "VERSION_CONFLICT", entity: "bag", expected: baseVersion } },
      })),
    );
    expect(await shopper.call().bag.get()).toMatchObject({
      version: baseVersion + 1,
      itemCount: won[0]?.itemCount,
    });
  }
});
