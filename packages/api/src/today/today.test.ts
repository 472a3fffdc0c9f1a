import { sql } from "kysely";
import { expect, test } from "vitest";
import { mirrorRefunds } from "../payments/mirror-refunds.ts";
import { cashOrder, paidOrder } from "../testing/paid-order.ts";
import { createTestShop, type TestShop } from "../testing/test-shop.ts";

const inr = (minor: number) => ({ minor, currency: "INR" });

/** A shop with its owner, who gives `minor` of an order back. */
async function todaysShop() {
  const shop = await createTestShop();
  const owner = await shop.staff("owner");
  const refund = async (
    { orderId }: Pick<Awaited<ReturnType<typeof paidOrder>>, "orderId">,
    minor: number,
  ) => {
    const { version: baseVersion } = await owner.call().staff.orders.get({ orderId });
    const amount = { minor, currency: "INR" } as const;
    const wish = {
      orderId,
      baseVersion,
      refund: { kind: "amount", amount },
      reason: "sorry",
    } as const;
    await owner.call().staff.orders.refund(wish);
    await shop.runJobs();
  };
  return { shop, refund, today: () => owner.call().staff.today.get() };
}

const yesterday = (shop: TestShop) =>
  sql`update money_entry set at = at - interval '1 day'`.execute(shop.db);

// Red when net is what was sold, when a cancelled sale is left out of what was sold, and when all entries
// are read.
test("the day's net sales are what was sold, less what was refunded or cancelled in it", async () => {
  const { shop, refund, today } = await todaysShop();
  const old = await paidOrder(shop, { sku: "OLD", quantity: 2 });
  await yesterday(shop);
  await refund(old, 1_500);
  expect(await today()).toMatchObject({
    sales: inr(0),
    refunds: inr(1_500),
    netSales: inr(-1_500),
    orderCount: 0,
    salesByHour: [],
  });
  const paid = await paidOrder(shop, { sku: "PAID", quantity: 3 });
  const { shopper, reference, total } = await cashOrder(shop, { sku: "CASH" });
  await refund(paid, 2_000);
  await shopper.call().order.cancel({ reference });
  const sales = 18_000 + total.minor;
  const figures = await today();
  expect(figures).toMatchObject({
    sales: inr(sales),
    refunds: inr(3_500 + total.minor),
    netSales: inr(14_500),
    orderCount: 2,
    averageOrder: inr(sales / 2),
  });
  expect(figures.salesByHour.reduce((sum, hour) => sum + hour.sales.minor, 0)).toBe(sales);
});

// Red when what is credited to refunds is left out.
test("a refund that comes back counts for the day again", async () => {
  const { shop, refund, today } = await todaysShop();
  const paid = await paidOrder(shop);
  await refund(paid, 1_000);
  const { provider_refund_id: id } = await shop.db
    .selectFrom("refund")
    .select("provider_refund_id")
    .executeTakeFirstOrThrow();
  await yesterday(shop);
  await fetch(`${shop.simulator.url}/_control/refunds/bounce`, {
    method: "POST",
    body: JSON.stringify({ refund: id }),
  });
  await mirrorRefunds(shop.services.tasks, paid.paymentId);
  expect(await today()).toMatchObject({ refunds: inr(-1_000), netSales: inr(1_000) });
});
