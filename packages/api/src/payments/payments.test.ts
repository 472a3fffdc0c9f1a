import { expectInvariants } from "@tuckshop/db/testing/invariants";
import { race, times } from "@tuckshop/testing/race";
import { expect, test } from "vitest";
import { cardOrder, pageOf } from "../testing/card-order.ts";
import { createTestShop } from "../testing/test-shop.ts";
import { closePayment } from "./close-payment.ts";

const declined = "4000000000000002";

test("S36 quote, order, the provider's amount and what it captured are one number", async () => {
  const shop = await createTestShop();
  const { shopper, reference, total } = await cardOrder(shop, { quantity: 3 });
  await shop.pay(await pageOf(shopper, reference));
  await shopper.call().payment.sync({ reference });

  const order = await shopper.call().order.track({ reference });
  expect(order).toMatchObject({ state: "confirmed", payment: { state: "captured" } });
  expect(order.amounts.total).toEqual(total);
  expect(shop.simulator.charges().map((charge) => charge.amount)).toEqual([total.minor]);
  const payment = await shop.db.selectFrom("payment").selectAll().executeTakeFirstOrThrow();
  expect(payment.captured_minor).toBe(total.minor);
  await expectInvariants(shop.db);
});

// Red when openPayment sends a key of its own instead of the attempt's: then each call makes a page.
test("S33 however many ask for the payment page, there is one", async () => {
  const shop = await createTestShop({ connectionsMax: 10 });
  const { shopper, reference } = await cardOrder(shop);
  const { won } = await race(times(8, () => () => pageOf(shopper, reference)));
  const late = await pageOf(shopper, reference);
  expect(new Set([...won, late]).size).toBe(1);
  const sessions = await shop.stripe.checkout.sessions.list();
  expect(sessions.data).toHaveLength(1);
  await expectInvariants(shop.db);
});

test("S34 a page whose making was answered by silence is found again under the same key", async () => {
  const shop = await createTestShop();
  const { shopper, reference } = await cardOrder(shop);
  await fetch(`${shop.simulator.url}/_control/faults`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ kind: "lost_answer", path: "/v1/checkout/sessions", times: 2 }),
  });
  await expect(shopper.call().payment.open({ reference })).rejects.toMatchObject({
    cause: { refusal: { code: "PAYMENT_UNAVAILABLE" } },
  });
  await shop.pay(await pageOf(shopper, reference));
  await shopper.call().payment.sync({ reference });
  expect(shop.simulator.charges()).toHaveLength(1);
  const sessions = await shop.stripe.checkout.sessions.list();
  expect(sessions.data).toHaveLength(1);
  await expectInvariants(shop.db);
});

// Red when recordCapture goes on although its transition moved nothing: the second then refunds.
test("S39 the same payment synced by ten at once is captured and sold once", async () => {
  const shop = await createTestShop({ connectionsMax: 12 });
  const { shopper, reference } = await cardOrder(shop);
  await shop.pay(await pageOf(shopper, reference));
  const { lost } = await race(times(10, () => () => shopper.call().payment.sync({ reference })));
  expect(lost).toEqual([]);
  const sales = await shop.db
    .selectFrom("counter_entry")
    .select("change")
    .where("kind", "=", "sale")
    .execute();
  expect(sales).toEqual([{ change: -1 }]);
  expect(await shop.db.selectFrom("refund").selectAll().execute()).toEqual([]);
  await expectInvariants(shop.db);
});

test("a declined card leaves the order unpaid, and cash takes its place with one live payment", async () => {
  const shop = await createTestShop();
  const { shopper, reference, total } = await cardOrder(shop);
  const url = await pageOf(shopper, reference);
  expect(await shop.pay(url, declined)).toMatchObject({ result: "declined" });
  expect(await shopper.call().payment.sync({ reference })).toMatchObject({
    orderState: "pending_payment",
  });

  const placed = await shopper.call().payment.payCash({ reference });
  expect(placed).toMatchObject({ state: "confirmed", paymentMethod: "cash" });
  expect(placed.total.minor).toBe(total.minor + 500);
  expect(await shop.pay(url)).toMatchObject({ result: "closed" });
  expect(shop.simulator.charges()).toEqual([]);
  const payments = await shop.db.selectFrom("payment").select("state").orderBy("id").execute();
  expect(payments).toEqual([{ state: "cancelled" }, { state: "due" }]);
  await expectInvariants(shop.db);
});

// Red without renewCardPayment: an order whose page was closed can then never be paid.
test("an order whose payment page was closed gets a new one, and is charged once", async () => {
  const shop = await createTestShop();
  const { shopper, reference } = await cardOrder(shop);
  const first = await pageOf(shopper, reference);
  const { id: paymentId } = await shop.db
    .selectFrom("payment")
    .select("id")
    .executeTakeFirstOrThrow();
  await closePayment(shop.services.tasks, { paymentId });
  const second = await pageOf(shopper, reference);
  expect(second).not.toBe(first);
  expect(await shop.pay(first)).toMatchObject({ result: "closed" });
  await shop.pay(second);
  await shopper.call().payment.sync({ reference });
  expect(await shopper.call().order.track({ reference })).toMatchObject({ state: "confirmed" });
  expect(shop.simulator.charges()).toHaveLength(1);
  await expectInvariants(shop.db);
});

test("S39 cash chosen after the card went through finds the order paid, and charges nothing more", async () => {
  const shop = await createTestShop();
  const { shopper, reference } = await cardOrder(shop);
  await shop.pay(await pageOf(shopper, reference));
  const answer = await shopper.call().payment.payCash({ reference });
  expect(answer).toMatchObject({ state: "confirmed", paymentMethod: "card" });
  expect(shop.simulator.charges()).toHaveLength(1);
  await expectInvariants(shop.db);
});

test("S40 an amount other than ours is parked for the owner, and confirms nothing", async () => {
  const shop = await createTestShop();
  const { shopper, reference } = await cardOrder(shop);
  const url = await pageOf(shopper, reference);
  await shop.db
    .updateTable("orders")
    .set((eb) => ({
      total_minor: eb("total_minor", "+", 100),
      delivery_minor: eb("delivery_minor", "+", 100),
    }))
    .where("reference", "=", reference)
    .execute();
  await shop.pay(url);
  await shopper.call().payment.sync({ reference });
  expect(await shopper.call().order.track({ reference })).toMatchObject({
    state: "pending_payment",
  });
  const payment = await shop.db.selectFrom("payment").selectAll().executeTakeFirstOrThrow();
  expect(payment.parked_reason).toContain("The provider captured 60.00 INR");
});

test("a shopper cancels a paid order: the goods return and the money goes back once", async () => {
  const shop = await createTestShop();
  const { shopper, reference, total } = await cardOrder(shop);
  await shop.pay(await pageOf(shopper, reference));
  await shopper.call().payment.sync({ reference });
  expect(await shopper.call().order.cancel({ reference })).toMatchObject({ state: "cancelled" });
  await shop.runJobs();
  await shop.runJobs();
  expect(await shopper.call().order.track({ reference })).toMatchObject({
    refunds: [{ state: "succeeded", amount: total }],
  });
  expect(shop.simulator.charges()[0]?.amount_refunded).toBe(total.minor);
  const entries = await shop.db.selectFrom("money_entry").selectAll().execute();
  const receivable = entries.reduce(
    (sum, entry) =>
      sum +
      (entry.debit === "receivable" ? entry.amount_minor : 0) -
      (entry.credit === "receivable" ? entry.amount_minor : 0),
    0,
  );
  expect(receivable).toBe(0);
  await expectInvariants(shop.db);
});
