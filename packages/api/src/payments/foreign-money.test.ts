import { expectInvariants, expectSettled } from "@tuckshop/db/testing/invariants";
import { sql } from "kysely";
import { expect, test } from "vitest";
import { cardOrder, pageOf } from "../testing/card-order.ts";
import { balanceOf, rowsOf } from "../testing/paid-order.ts";
import { createTestShop, type TestShop } from "../testing/test-shop.ts";
import { sweepProvider } from "./sweep-provider.ts";

/** The provider asks for, and takes, as many of `currency` as the order costs rupees. */
async function paidIn(shop: TestShop, currency: string) {
  const { shopper, reference } = await cardOrder(shop);
  await sql`
    update payment_attempt set params = replace(params::text, '"inr"', ${`"${currency}"`})::json
  `.execute(shop.db);
  const url = await pageOf(shopper, reference);
  await shop.pay(url);
  await shopper.call().payment.sync({ reference });
  const { order, payment } = await rowsOf(shop, reference);
  return { shopper, reference, orderId: order.id, paymentId: payment.id };
}

// Red when settleParked takes foreign money for the order's own, when recordSurplus books it in the
// order's currency, and when the payment that ended keeps the id of the capture.
test("S40 money in another currency than the order's goes back as it came, and the order is cancelled", async () => {
  const shop = await createTestShop();
  const { orderId, paymentId, shopper, reference } = await paidIn(shop, "usd");
  const owner = await shop.staff("owner");
  const dollars = { minor: 6_000, currency: "USD" };
  expect((await owner.call().staff.orders.get({ orderId })).parked).toMatchObject({
    reason: "The provider captured 60.00 USD, we asked for 60.00 INR.",
    captured: dollars,
    cannotRefund: null,
    cannotAccept: "The order costs INR.",
  });
  const settle = (decision: "accept" | "refund") =>
    owner.call().staff.payments.settleParked({ orderId, paymentId, decision });
  await expect(settle("accept")).rejects.toMatchObject({
    cause: { refusal: { code: "ILLEGAL_TRANSITION" } },
  });
  expect(await settle("refund")).toMatchObject({
    state: "cancelled",
    parked: null,
    payment: { state: "cancelled" },
    refunds: [{ state: "requested", amount: dollars }],
  });
  await shop.runJobs();
  await sweepProvider(shop.services.tasks, {}); // it finds a paid page of a payment that has ended
  await shop.runJobs();
  expect(shop.simulator.charges()).toMatchObject([{ currency: "usd", amount_refunded: 6_000 }]);
  for (const account of ["provider", "surplus", "receivable"]) {
    expect(await balanceOf(shop, orderId, account)).toBe(0);
  }
  expect(await shopper.call().order.track({ reference })).toMatchObject({
    refunds: [{ state: "succeeded", amount: dollars }],
  });
  await expectInvariants(shop.db);
  await expectSettled(shop.db);
});

test("S40 money in a currency that no shop of ours counts in stays parked, and says where to refund it", async () => {
  const shop = await createTestShop();
  const { orderId, paymentId } = await paidIn(shop, "sek");
  const owner = await shop.staff("owner");
  const said = "The money is in SEK: it has to be refunded at the provider’s dashboard.";
  expect((await owner.call().staff.orders.get({ orderId })).parked).toMatchObject({
    captured: null,
    cannotRefund: said,
    cannotAccept: said,
  });
  await expect(
    owner.call().staff.payments.settleParked({ orderId, paymentId, decision: "refund" }),
  ).rejects.toMatchObject({ cause: { refusal: { code: "ILLEGAL_TRANSITION" } } });
  await expectInvariants(shop.db);
});
