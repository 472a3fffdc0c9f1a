import { makeVariant } from "@tuckshop/db/testing/factories";
import { times } from "@tuckshop/testing/race";
import { expect, test } from "vitest";
import { countStatements } from "../testing/count-statements.ts";
import { placing } from "../testing/purchase.ts";
import { createTestShop } from "../testing/test-shop.ts";

/** What each step of a purchase may send, its session's look-up and its key's two statements included. */
const budget = { put: 6, start: 7, place: 10 };

const purchaseOf = async (lineCount: number) => {
  const shop = await createTestShop();
  const variants = await Promise.all(
    times(lineCount, (at) => makeVariant(shop.db, { sku: `LINE-${at}`, stock: 9 })),
  );
  const lines = variants.map(({ variantId }) => ({ variantId, quantity: 1 }));
  const shopper = shop.shopper();
  await shopper.call().bag.put({ baseVersion: 0, lines: [] }); // makes the device
  const put = await countStatements(shop.pool, () =>
    shopper.call().bag.put({ baseVersion: 1, lines }),
  );
  const start = await countStatements(shop.pool, () =>
    shopper.call().checkout.start({ bagVersion: 2, fulfilment: { method: "pickup" } }),
  );
  const place = await countStatements(shop.pool, () =>
    shopper.call().checkout.place(placing(start.result, "cash")),
  );
  return {
    put: put.statements.length,
    start: start.statements.length,
    place: place.statements.length,
  };
};

// Red when a verb sends a statement for each line, as claiming one by one would.
test.each([1, 20])(
  "a purchase of %d lines keeps to its budget of statements",
  async (lineCount) => {
    expect(await purchaseOf(lineCount)).toEqual(budget);
  },
);
