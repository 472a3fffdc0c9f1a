import type { PaymentId } from "@tuckshop/contracts/ids";
import { expectInvariants } from "@tuckshop/db/testing/invariants";
import { race } from "@tuckshop/testing/race";
import { expect, test } from "vitest";
import { cardOrder, pageOf } from "../testing/card-order.ts";
import { armFault, rowsOf } from "../testing/paid-order.ts";
import { createTestShop, type TestShop } from "../testing/test-shop.ts";
import { closePayment } from "./close-payment.ts";
import { openPayment } from "./open-payment.ts";
import { sweepPayments } from "./sweep.ts";

const creating = { method: "POST", path: "/v1/checkout/sessions", times: 1 } as const;

const sessionsOf = async (shop: TestShop) =>
  (await shop.stripe.checkout.sessions.list({ limit: 100 })).data.map(({ status }) => status);

const creates = (shop: TestShop) =>
  shop.simulator.requests().filter((r) => r.method === "POST" && r.path === creating.path).length;

/** An order whose page was asked for without an answer, and that was cancelled then. */
const cancelledWithoutAnswer = async (
  shop: TestShop,
  kind: "lost_answer" | "late_server_error" | "server_error",
) => {
  const placed = await cardOrder(shop);
  const { shopper, reference } = placed;
  await armFault(
    shop,
    // The SDK asks once more by itself when a connection breaks.
    { kind, ...creating, times: kind === "lost_answer" ? 2 : 1 },
    { kind: "rate_limit", method: "GET", path: creating.path },
  );
  const { payment } = await rowsOf(shop, reference);
  await expect(openPayment(shop.services.tasks, { paymentId: payment.id })).rejects.toThrow();
  await fetch(`${shop.simulator.url}/_control/faults`, { method: "DELETE" });
  await shopper.call().order.cancel({ reference });
  return { ...placed, paymentId: payment.id };
};

const stateOf = async ({ db }: TestShop, id: PaymentId) =>
  (await db.selectFrom("payment").select("state").where("id", "=", id).executeTakeFirst())?.state;

const longAgo = (shop: TestShop) =>
  shop.db
    .updateTable("payment_attempt")
    .set({ sent_at: new Date(Date.now() - 23.5 * 3_600_000).toISOString() })
    .execute();

// Red when closePayment cancels a payment that has no page recorded: the page then stays payable.
test.each(["lost_answer", "late_server_error"] as const)(
  "I23 a page whose making was answered by %s is found and closed, and nobody can pay it",
  async (kind) => {
    const shop = await createTestShop();
    const { paymentId } = await cancelledWithoutAnswer(shop, kind);
    expect(await sessionsOf(shop)).toEqual(["open"]);
    await closePayment(shop.services.tasks, { paymentId });
    expect(await sessionsOf(shop)).toEqual(["expired"]);
    expect(await stateOf(shop, paymentId)).toBe("cancelled");
    await expectInvariants(shop.db);
  },
);

test("S41 a page whose making was never answered, and that was paid, is found, and the money goes back", async () => {
  const shop = await createTestShop();
  const { paymentId, total } = await cancelledWithoutAnswer(shop, "lost_answer");
  const [page] = (await shop.stripe.checkout.sessions.list()).data;
  await shop.pay(page?.url ?? "");
  await closePayment(shop.services.tasks, { paymentId });
  await shop.runJobs();
  expect(await stateOf(shop, paymentId)).toBe("captured");
  expect(shop.simulator.charges().map((charge) => charge.amount_refunded)).toEqual([total.minor]);
  await expectInvariants(shop.db);
});

// Red when findPage sends whatever the age: the provider has forgotten the key and makes a second page.
test("I11 after 23 hours the page is looked for, and no create is sent", async () => {
  const shop = await createTestShop();
  const { paymentId } = await cancelledWithoutAnswer(shop, "lost_answer");
  await longAgo(shop);
  const before = creates(shop);
  await closePayment(shop.services.tasks, { paymentId });
  expect(creates(shop)).toBe(before);
  expect(await sessionsOf(shop)).toEqual(["expired"]);
  expect(await stateOf(shop, paymentId)).toBe("cancelled");
});

const aMinuteAgo = (shop: TestShop) =>
  shop.db
    .updateTable("payment_attempt")
    .set({ sent_at: new Date(Date.now() - 60_000).toISOString() })
    .execute();

// Red when findPage goes on sending the key: the provider repeats its 500 for a day.
test("I23 a 500 that has left no page for a while ends the payment of an order that is over", async () => {
  const shop = await createTestShop();
  const { paymentId } = await cancelledWithoutAnswer(shop, "server_error");
  await expect(closePayment(shop.services.tasks, { paymentId })).rejects.toThrow(); // 500, again
  expect(await stateOf(shop, paymentId)).toBe("created");
  await aMinuteAgo(shop);
  await sweepPayments(shop.services.tasks, {});
  expect(await stateOf(shop, paymentId)).toBe("cancelled");
  expect(await sessionsOf(shop)).toEqual([]);
  await expectInvariants(shop.db);
});

// Red when openPayment does not end what has no page: the order can then never be paid by card.
test("I23 a 500 that has left no page for a while gives the order a payment with another key", async () => {
  const shop = await createTestShop();
  const { shopper, reference } = await cardOrder(shop);
  await armFault(shop, { kind: "server_error", ...creating, times: 1 });
  const open = () => shopper.call().payment.open({ reference });
  await expect(open()).rejects.toMatchObject({ code: "SERVICE_UNAVAILABLE" });
  await aMinuteAgo(shop);
  await expect(open()).rejects.toMatchObject({ code: "SERVICE_UNAVAILABLE" }); // 500, again
  expect(await open()).toMatchObject({ kind: "redirect" });
  expect(await sessionsOf(shop)).toEqual(["open"]);
  await expectInvariants(shop.db);
});

test("a page that was never asked for is not asked for to be closed", async () => {
  const shop = await createTestShop();
  const { shopper, reference } = await cardOrder(shop);
  const { payment } = await rowsOf(shop, reference);
  await shopper.call().order.cancel({ reference });
  await closePayment(shop.services.tasks, { paymentId: payment.id });
  expect(creates(shop)).toBe(0);
  expect(await stateOf(shop, payment.id)).toBe("cancelled");
});

// Red when stampSent does not lock the payment, or endUnsent does not ask under that lock.
test("a page that is asked for while its payment is closed is not left behind", async () => {
  const shop = await createTestShop({ connectionsMax: 8 });
  const { tasks } = shop.services;
  for (let at = 0; at < 12; at++) {
    const { shopper, reference } = await cardOrder(shop, { sku: `BOTH-${at}` });
    const { payment } = await rowsOf(shop, reference);
    const { id: paymentId } = payment;
    await race<unknown>([
      () => openPayment(tasks, { paymentId }),
      () => closePayment(tasks, { paymentId }),
    ]);
    await shopper.call().order.cancel({ reference });
    await sweepPayments(tasks, {});
    expect(await stateOf(shop, paymentId)).toBe("cancelled");
  }
  expect((await sessionsOf(shop)).filter((status) => status === "open")).toEqual([]);
  await expectInvariants(shop.db);
});

test.each(["rate_limit", "conflict", "hang"] as const)(
  "I23 after %s the job asks again under the same key, and there is one page",
  async (kind) => {
    const shop = await createTestShop();
    const { shopper, reference } = await cardOrder(shop);
    await armFault(shop, { kind, ...creating });
    await expect(shopper.call().payment.open({ reference })).rejects.toMatchObject({
      cause: { refusal: { code: "PAYMENT_UNAVAILABLE" } },
    });
    await pageOf(shopper, reference);
    expect(await sessionsOf(shop)).toEqual(["open"]);
    await expectInvariants(shop.db);
  },
  20_000,
);

test("I23 a key that the provider refuses is an alarm: the payment is parked, and no page is ever made anew", async () => {
  const shop = await createTestShop();
  const { shopper, reference } = await cardOrder(shop);
  const { order, payment } = await rowsOf(shop, reference);
  const { idempotency_key: idempotencyKey } = await shop.db
    .selectFrom("payment_attempt")
    .selectAll()
    .executeTakeFirstOrThrow();
  const other = { currency: "inr", unit_amount: 100, product_data: { name: "Another" } };
  await shop.stripe.checkout.sessions.create(
    {
      mode: "payment",
      success_url: "http://shop.test",
      metadata: { payment_id: payment.id },
      line_items: [{ quantity: 1, price_data: other }],
    },
    { idempotencyKey },
  );
  const alarms: unknown[] = [];
  const tasks = {
    ...shop.services.tasks,
    log: { ...shop.services.tasks.log, error: (facts: unknown) => alarms.push(facts) },
  };
  const paymentId = payment.id;
  await expect(openPayment(tasks, { paymentId })).rejects.toThrow("idempotent");
  for (let time = 0; time < 3; time++) await sweepPayments(tasks, {});
  expect(alarms).toHaveLength(1);
  const owner = await shop.staff("owner");
  const seen = await owner.call().staff.orders.get({ orderId: order.id });
  expect(seen.parked).toMatchObject({ paymentId, captured: null, cannotRefund: null });

  const before = creates(shop);
  await owner
    .call()
    .staff.payments.settleParked({ orderId: order.id, paymentId, decision: "refund" });
  await shop.runJobs();
  expect(creates(shop)).toBe(before);
  expect(await sessionsOf(shop)).toEqual(["expired"]);
  expect(await shopper.call().order.track({ reference })).toMatchObject({
    state: "cancelled",
    payment: { state: "cancelled" },
  });
  await expectInvariants(shop.db);
});
