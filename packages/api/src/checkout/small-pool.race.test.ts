import { makeVariant } from "@tuckshop/db/testing/factories";
import { expectInvariants } from "@tuckshop/db/testing/invariants";
import { race, times } from "@tuckshop/testing/race";
import { expect, test } from "vitest";
import { buy } from "../testing/purchase.ts";
import { createTestShop } from "../testing/test-shop.ts";

const callers = 32;

// Red when a verb asks the pool for a second connection inside its transaction: two then hold one
// each and wait for another, until the pool's time-out turns the whole rush into refusals.
test(
  "V24 with a pool of 2, of 32 who buy at once all are served or told to come back, and none hangs",
  { timeout: 60_000 },
  async () => {
    const shop = await createTestShop({ connectionsMax: 2 });
    const { variantId } = await makeVariant(shop.db, { sku: "KULFI", stock: callers });
    const shoppers = times(callers, () => shop.shopper());
    const { won, lost } = await race(
      shoppers.map((shopper) => () => buy(shopper, [{ variantId, quantity: 1 }], "cash")),
    );
    expect(lost).toMatchObject(
      times(lost.length, () => ({ cause: { refusal: { code: "TOO_BUSY" } } })),
    );
    expect(won.length).toBeGreaterThan(0);
    const orders = await shop.db.selectFrom("orders").select("id").execute();
    expect(orders).toHaveLength(won.length);
    await expectInvariants(shop.db);
  },
);
