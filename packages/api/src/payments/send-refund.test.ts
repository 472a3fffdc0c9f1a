import { expectInvariants, expectSettled } from "@tuckshop/db/testing/invariants";
import { expect, test } from "vitest";
import { armFault, paidOrder } from "../testing/paid-order.ts";
import { createTestShop, type TestShop } from "../testing/test-shop.ts";
import { sendRefund } from "./send-refund.ts";
import { sweepPayments } from "./sweep.ts";

const part = (minor: number) =>
  ({ kind: "amount", amount: { minor, currency: "INR" as const } }) as const;
const reason = "one was broken";

const settle = async (shop: TestShop) => {
  await shop.runJobs();
  await sweepPayments(shop.services.tasks, {});
};

const refundedAt = (shop: TestShop) =>
  shop.simulator.charges().map((charge) => charge.amount_refunded);

// Red when createRefund sends a key of its own on each try: the provider then pays back twice.
test.each(["lost_answer", "late_server_error"] as const)(
  "I23 a refund whose answer was %s is paid back once",
  async (kind) => {
    const shop = await createTestShop();
    const { orderId } = await paidOrder(shop, { quantity: 3 });
    const owner = await shop.staff("owner");
    const refund = { orderId, baseVersion: 2, refund: part(6_000), reason };
    // The SDK asks once more by itself when a connection breaks.
    const times = kind === "lost_answer" ? 2 : 1;
    await armFault(shop, { kind, method: "POST", path: "/v1/refunds", times });
    await owner.call().staff.orders.refund(refund);
    await settle(shop);
    await settle(shop);
    expect(refundedAt(shop)).toEqual([6_000]);
    const [row] = await shop.db.selectFrom("refund").selectAll().execute();
    expect(row?.state).toBe("succeeded");
    await expectInvariants(shop.db);
    await expectSettled(shop.db);
  },
);

// Red when renewKey renews nothing: the provider repeats its 500 for a day, and the buyer waits for it.
test("I23 a refund whose 500 has left nothing for a while is sent once more, under another key", async () => {
  const shop = await createTestShop();
  const { orderId } = await paidOrder(shop, { quantity: 3 });
  const owner = await shop.staff("owner");
  await armFault(shop, { kind: "server_error", method: "POST", path: "/v1/refunds", times: 1 });
  await owner.call().staff.orders.refund({ orderId, baseVersion: 2, refund: part(6_000), reason });
  await settle(shop);
  await settle(shop);
  expect(refundedAt(shop)).toEqual([0]); // the same key is answered the same 500
  await shop.db
    .updateTable("refund")
    .set({ sent_at: new Date(Date.now() - 60_000).toISOString() })
    .execute();
  for (let time = 0; time < 3; time++) await settle(shop);
  expect(refundedAt(shop)).toEqual([6_000]);
  await expectInvariants(shop.db);
  await expectSettled(shop.db);
});

// Red without giveBack: the order can then never be refunded in full.
test("S45 what the provider declines to refund may be refunded again", async () => {
  const shop = await createTestShop();
  const { orderId, paymentId } = await paidOrder(shop);
  const owner = await shop.staff("owner");
  const wish = { orderId, baseVersion: 2, refund: { kind: "rest" }, reason } as const;
  const intents = await shop.stripe.paymentIntents.list();
  await shop.stripe.refunds.create({ payment_intent: intents.data[0]?.id ?? "", amount: 2_000 });
  await owner.call().staff.orders.refund(wish);
  await settle(shop); // 6000 is more than the 4000 that the dashboard left
  const [declined] = await shop.db.selectFrom("refund").selectAll().execute();
  expect(declined?.state).toBe("failed");
  const row = await shop.db
    .selectFrom("payment")
    .select("refunded_minor")
    .where("id", "=", paymentId)
    .executeTakeFirst();
  expect(row).toEqual({ refunded_minor: 0 });
  await expectInvariants(shop.db, { without: ["provider-account-equals-payments"] });
});

// Red when a create is sent again whatever its age: the provider has forgotten the key and pays twice.
test("I11 a refund without an answer for 23 hours is looked for, and never sent again", async () => {
  const shop = await createTestShop();
  const { orderId } = await paidOrder(shop);
  const owner = await shop.staff("owner");
  await armFault(shop, { kind: "lost_answer", method: "POST", path: "/v1/refunds", times: 2 });
  const wish = { orderId, baseVersion: 2, refund: { kind: "rest" }, reason } as const;
  await owner.call().staff.orders.refund(wish);
  await shop.runJobs();
  await shop.db
    .updateTable("refund")
    .set({ sent_at: new Date(Date.now() - 23.5 * 3_600_000).toISOString() })
    .execute();
  const creates = () =>
    shop.simulator.requests().filter((r) => r.method === "POST" && r.path === "/v1/refunds");
  const before = creates().length;
  await sweepPayments(shop.services.tasks, {});
  expect(creates()).toHaveLength(before);
  expect(refundedAt(shop)).toEqual([6_000]);
  const [row] = await shop.db.selectFrom("refund").selectAll().execute();
  expect(row?.state).toBe("succeeded");
  await expectInvariants(shop.db);
});

test("I23 a key that the provider refuses raises an alarm, and no other key is ever sent", async () => {
  const shop = await createTestShop();
  const { orderId } = await paidOrder(shop);
  const owner = await shop.staff("owner");
  await owner.call().staff.orders.refund({ orderId, baseVersion: 2, refund: part(3_000), reason });
  const [row] = await shop.db.selectFrom("refund").selectAll().execute();
  const intents = await shop.stripe.paymentIntents.list();
  await shop.stripe.refunds.create(
    { payment_intent: intents.data[0]?.id ?? "", amount: 1 },
    { idempotencyKey: row?.idempotency_key ?? "" },
  );
  const alarms: unknown[] = [];
  const tasks = {
    ...shop.services.tasks,
    log: { ...shop.services.tasks.log, error: (facts: unknown) => alarms.push(facts) },
  };
  for (let time = 0; time < 3; time++) await sendRefund(tasks, { refundId: row?.id ?? never() });
  expect(alarms).toHaveLength(1);
  expect(refundedAt(shop)).toEqual([1]);
  const after = await shop.db.selectFrom("refund").select("state").execute();
  expect(after).toEqual([{ state: "failed" }]);
});

const never = () => {
  throw new Error("There is no refund.");
};
