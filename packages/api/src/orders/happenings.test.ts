import { expect, test } from "vitest";
import { paidOrder } from "../testing/paid-order.ts";
import { createTestShop } from "../testing/test-shop.ts";

// Red when the cause is told as it is recorded: the page's id at the provider, our keys and ids.
test("a shopper's timeline says why in words, and never by an id or a key", async () => {
  const shop = await createTestShop();
  const { shopper, reference, orderId } = await paidOrder(shop, { quantity: 2 });
  const owner = await shop.staff("owner");
  await shopper.call().order.requestRefund({ reference, reason: "melted" });
  const { version: baseVersion } = await owner.call().staff.orders.get({ orderId });
  const amount = { minor: 1_000, currency: "INR" } as const;
  const refund = { kind: "amount", amount } as const;
  await owner.call().staff.orders.refund({ orderId, baseVersion, refund, reason: "one was late" });
  await shop.runJobs();
  const { happenings } = await shopper.call().order.track({ reference });
  const causes = happenings.flatMap(({ cause }) => (cause === null ? [] : [cause]));
  expect(new Set(causes)).toEqual(
    new Set(["told by the payment provider", "melted", "one was late"]),
  );
  const seen = await owner.call().staff.orders.get({ orderId });
  const captured = seen.happenings.find(({ event }) => event === "capture");
  expect(captured?.cause).toMatch(/^cs_test_/);
});
