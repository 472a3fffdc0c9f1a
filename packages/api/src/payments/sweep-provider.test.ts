import type { PaymentId } from "@tuckshop/contracts/ids";
import { expectInvariants, expectSettled } from "@tuckshop/db/testing/invariants";
import { race, times } from "@tuckshop/testing/race";
import { expect, test } from "vitest";
import { cardOrder, pageOf } from "../testing/card-order.ts";
import { balanceOf, paidOrder, rowsOf } from "../testing/paid-order.ts";
import { createTestShop, type TestShop } from "../testing/test-shop.ts";
import { openPayment } from "./open-payment.ts";
import { sweepProvider } from "./sweep-provider.ts";

const sweep = async (shop: TestShop) => {
  await sweepProvider(shop.services.tasks, {});
  await shop.runJobs();
};

/** A page at the provider that carries our id, made behind our back. */
const strayPage = (shop: TestShop, payment_id: PaymentId, unit_amount = 6_000) =>
  shop.stripe.checkout.sessions.create({
    mode: "payment",
    success_url: "http://shop.test",
    metadata: { payment_id },
    payment_intent_data: { metadata: { payment_id } },
    line_items: [
      {
        quantity: 1,
        price_data: { currency: "inr", unit_amount, product_data: { name: "Stray" } },
      },
    ],
  });

const statuses = async (shop: TestShop) =>
  (await shop.stripe.checkout.sessions.list()).data.map(({ status }) => status);

/** What the history says a page caused. */
const causedBy = (shop: TestShop, cause: string) =>
  shop.db
    .selectFrom("transition")
    .select(["entity", "to_state as to"])
    .where("cause", "=", cause)
    .execute();

const refundedAt = (shop: TestShop) =>
  shop.simulator.charges().map((charge) => charge.amount - charge.amount_refunded);

// Red when settleStray expires pages that are open and leaves paid ones alone.
test("S41 an order that was paid twice keeps one payment, and the second goes back in full, once", async () => {
  const shop = await createTestShop({ connectionsMax: 8 });
  const { paymentId, orderId, reference, shopper } = await paidOrder(shop);
  const stray = await strayPage(shop, paymentId, 7_000);
  await shop.pay(stray.url ?? "");
  await race(times(3, () => () => sweepProvider(shop.services.tasks, {})));
  await sweep(shop);
  expect(refundedAt(shop).toSorted((a, b) => a - b)).toEqual([0, 6_000]);
  const order = await shopper.call().order.track({ reference });
  expect(order).toMatchObject({ state: "confirmed", payment: { state: "captured" } });
  expect(order.refunds).toMatchObject([{ state: "succeeded", amount: { minor: 7_000 } }]);
  expect(await causedBy(shop, stray.id)).toContainEqual({ entity: "payment", to: "surplus" });
  expect(await balanceOf(shop, orderId, "surplus")).toBe(0);
  expect(await balanceOf(shop, orderId, "refunds")).toBe(0);
  await expectInvariants(shop.db);
  await expectSettled(shop.db);
});

test("S44 a page that nobody knows of is closed, and the order says so", async () => {
  const shop = await createTestShop();
  const { paymentId, reference, shopper } = await paidOrder(shop);
  const stray = await strayPage(shop, paymentId);
  await sweep(shop);
  await sweep(shop);
  expect(await statuses(shop)).toEqual(["expired", "complete"]);
  const order = await shopper.call().order.track({ reference });
  expect(order.payment.state).toBe("captured");
  expect(order.happenings).toContainEqual(
    expect.objectContaining({
      subject: "payment",
      to: "cancelled",
      event: null,
      cause: "told by the payment provider",
    }),
  );
  expect(await causedBy(shop, stray.id)).toEqual([{ entity: "payment", to: "cancelled" }]);
  await expectInvariants(shop.db);
});

// Red when settleSession leaves a page alone because its payment has ended.
test("S41 a page that outlived its payment is closed, or refunded if it was paid meanwhile", async () => {
  const shop = await createTestShop();
  const orders = [await cardOrder(shop, { sku: "OPEN" }), await cardOrder(shop, { sku: "PAID" })];
  for (const { shopper, reference } of orders) {
    await shopper.call().order.cancel({ reference });
    await shop.runJobs(); // ends the payment, for which no page was asked
    const { payment } = await rowsOf(shop, reference);
    expect(payment.state).toBe("cancelled");
    const page = await strayPage(shop, payment.id);
    if (reference === orders[1]?.reference) await shop.pay(page.url ?? "");
  }
  await sweep(shop);
  await sweep(shop);
  expect(await statuses(shop)).toEqual(["complete", "expired"]);
  expect(refundedAt(shop)).toEqual([0]);
  await expectInvariants(shop.db);
  await expectSettled(shop.db);
});

test("S44 a paid page whose making was never answered confirms its order", async () => {
  const shop = await createTestShop();
  const { shopper, reference } = await cardOrder(shop);
  const { payment } = await rowsOf(shop, reference);
  await fetch(`${shop.simulator.url}/_control/faults`, {
    method: "POST",
    body: JSON.stringify({
      kind: "lost_answer",
      method: "POST",
      path: "/v1/checkout/sessions",
      times: 2,
    }),
  });
  await expect(openPayment(shop.services.tasks, { paymentId: payment.id })).rejects.toThrow();
  const [page] = (await shop.stripe.checkout.sessions.list()).data;
  await shop.pay(page?.url ?? "");
  await sweep(shop);
  expect(await shopper.call().order.track({ reference })).toMatchObject({
    state: "confirmed",
    refunds: [],
  });
  await expectInvariants(shop.db);
});

test("S44 the sweep reads every page of the provider's list, and starts where it ended", async () => {
  const shop = await createTestShop();
  const { paymentId } = await paidOrder(shop);
  for (let at = 0; at < 3; at++) await strayPage(shop, paymentId);
  for (let at = 0; at < 102; at++) {
    await shop.stripe.checkout.sessions.create({
      mode: "payment",
      success_url: "http://another.test",
      line_items: [
        {
          quantity: 1,
          price_data: { currency: "inr", unit_amount: 100, product_data: { name: "Not ours" } },
        },
      ],
    });
  }
  await sweep(shop);
  const all = await shop.stripe.checkout.sessions.list({ limit: 100 }).autoPagingToArray({
    limit: 1_000,
  });
  const ours = all.filter((session) => session.metadata?.["payment_id"] === paymentId);
  expect(ours.map(({ status }) => status)).toEqual(["expired", "expired", "expired", "complete"]);
  expect(all.filter(({ status }) => status === "open")).toHaveLength(102);
  const marks = await shop.db.selectFrom("provider_sweep").select("list").orderBy("list").execute();
  expect(marks.map(({ list }) => list)).toEqual(["failed_refunds", "refunds", "sessions"]);
});

test("a normal day gives the sweep nothing to do", async () => {
  const shop = await createTestShop();
  const { shopper, reference } = await cardOrder(shop, { sku: "OPEN" });
  await pageOf(shopper, reference);
  await paidOrder(shop);
  const before = await shop.db.selectFrom("transition").selectAll().execute();
  await sweep(shop);
  const after = await shop.db.selectFrom("transition").selectAll().execute();
  expect(after).toHaveLength(before.length);
});
