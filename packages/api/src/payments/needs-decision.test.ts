import { expect, test } from "vitest";
import { paidOrder } from "../testing/paid-order.ts";
import { createTestShop, type TestShop } from "../testing/test-shop.ts";
import { sweepProvider } from "./sweep-provider.ts";

type Paid = Awaited<ReturnType<typeof paidOrder>>;

/** A refund of ours that the buyer's bank sends back after it was paid out. */
async function bouncedRefund(shop: TestShop, { orderId }: Paid) {
  const owner = (await shop.staff("owner")).call();
  const { version: baseVersion } = await owner.staff.orders.get({ orderId });
  const refund = { kind: "amount", amount: { minor: 1_000, currency: "INR" } } as const;
  await owner.staff.orders.refund({ orderId, baseVersion, refund, reason: "one was broken" });
  await shop.runJobs();
  const { id, provider_refund_id } = await shop.db
    .selectFrom("refund")
    .selectAll()
    .executeTakeFirstOrThrow();
  await fetch(`${shop.simulator.url}/_control/refunds/bounce`, {
    method: "POST",
    body: JSON.stringify({ refund: provider_refund_id }),
  });
  await sweepProvider(shop.services.tasks, {});
  await shop.runJobs();
  return id;
}

// Red when any of the three is left out, and when a failed refund counts after another took its place.
test("S45 the staff find every order whose money waits for them, until they have decided", async () => {
  const shop = await createTestShop();
  await paidOrder(shop, { sku: "WELL" });
  const asked = await paidOrder(shop, { sku: "ASKED" });
  const bounced = await paidOrder(shop, { sku: "BOUNCED" });
  const parked = await paidOrder(shop, { sku: "PARKED" });
  const { reference } = asked;
  const { refundRequest } = await asked.shopper
    .call()
    .order.requestRefund({ reference, reason: "it was melted" });
  const refundId = await bouncedRefund(shop, bounced);
  await shop.db
    .updateTable("payment")
    .set({ parked_reason: "too much", parked_at: new Date().toISOString() })
    .where("id", "=", parked.paymentId)
    .execute();

  const manager = await shop.staff("manager");
  const waiting = async () => {
    const { items } = await manager.call().staff.orders.list({ needsDecision: true });
    expect((await manager.call().staff.today.get()).toSettle).toBe(items.length);
    return items.map((order) => order.id);
  };
  const ids = [asked, bounced, parked].map(({ orderId }) => orderId);
  expect((await waiting()).toSorted()).toEqual(ids.toSorted());

  const requestId = refundRequest?.id;
  if (!requestId) throw new Error("Nothing was asked for.");
  await manager.call().staff.orders.answerRefundRequest({
    requestId,
    decision: "decline",
    reason: "it was not",
  });
  await manager.call().staff.orders.refundAgain({ orderId: bounced.orderId, refundId });
  expect(await waiting()).toEqual([parked.orderId]);
});
