import { withStatements } from "@tuckshop/db/testing/count-statements";
import { makeVariant } from "@tuckshop/db/testing/factories";
import { times } from "@tuckshop/testing/race";
import { expect, test } from "vitest";
import { placing } from "../testing/purchase.ts";
import { createTestShop } from "../testing/test-shop.ts";

const sent = async <T>(work: () => Promise<T>): Promise<{ value: T; count: number }> => {
  const { outcome, statements } = await withStatements(work);
  if (outcome.status === "rejected") throw outcome.reason;
  const count = statements.filter((text) => !/^(begin|commit)$/.test(text)).length;
  return { value: outcome.value, count };
};

const purchaseOf = async (lineCount: number) => {
  const shop = await createTestShop();
  const variants = await Promise.all(
    times(lineCount, (at) => makeVariant(shop.db, { sku: `LINE-${at}`, stock: 9 })),
  );
  const lines = variants.map(({ variantId }) => ({ variantId, quantity: 1 }));
  const shopper = shop.shopper();
  await shopper.call().bag.put({ baseVersion: 0, lines: [] }); // makes the device
  const put = await sent(() => shopper.call().bag.put({ baseVersion: 1, lines }));
  const start = await sent(() =>
    shopper.call().checkout.start({ bagVersion: 2, fulfilment: { method: "pickup" } }),
  );
  const place = await sent(() => shopper.call().checkout.place(placing(start.value, "cash")));
  return { put: put.count, start: start.count, place: place.count };
};

// Red when a verb sends a statement for each line, as claiming one by one would. The budgets of
// `statement-budgets.ts` hold every call of every test; this one sees that they do not grow.
test.each([1, 20])("a purchase of %d lines sends the same few statements", async (lineCount) => {
  expect(await purchaseOf(lineCount)).toEqual({ put: 6, start: 6, place: 10 });
});
