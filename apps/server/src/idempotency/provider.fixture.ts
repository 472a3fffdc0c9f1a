import { openPayment } from "@tuckshop/api/payments/open-payment";
import { sweepPayments } from "@tuckshop/api/payments/sweep";
import { sweepCheckouts } from "@tuckshop/api/checkout/sweep";
import { transitionAll } from "@tuckshop/db/atomic/transition";
import { expectInvariants, expectSettled } from "@tuckshop/db/testing/invariants";
import { waitUntil } from "@tuckshop/testing/wait-until";
import { expect } from "vitest";
import { createTestApp, type TestApp } from "../testing/test-app.ts";
import { expectRefusal, readyToPlace, type Row } from "./row.fixture.ts";

const sessions = "/v1/checkout/sessions";

/** What is done outside the database, where no transaction reaches. */
export const providerRows: readonly Row[] = [
  // Red when recordOpened goes on although its transition moved nothing.
  {
    id: "I8",
    says: "a task that was stopped, not dead, changes nothing when it wakes after its row has moved on",
    expectHolds: async () => {
      const app = await createTestApp();
      const { paymentId } = await unpaid(app);
      await fault(app, { kind: "delay", ms: 500, path: sessions });
      const slow = openPayment(app.services.tasks, { paymentId });
      await waitUntil(() => asked(app).length > 0, { what: "the task to ask" });
      const mover = { actor: "another task" };
      await app.db
        .transaction()
        .execute((tx) => transitionAll(tx, "payment", [paymentId], "cancel", mover));
      await slow;
      const { rows } = await app.pool.query("select state, provider_session_id from payment");
      expect(rows).toEqual([{ state: "cancelled", provider_session_id: null }]);
      await expectInvariants(app.db);
    },
  },
  // Red when sweepCheckouts leaves the orders out.
  {
    id: "I9",
    says: "of clients that never return each order ends: paid and bought, or unpaid and free again, or paid back",
    expectHolds: async () => {
      const app = await createTestApp();
      const [paid, idle, late] = [await unpaid(app), await unpaid(app), await unpaid(app)];
      for (const { device, reference } of [paid, late]) {
        const opened = await device.shop.payment.open.mutate({ reference });
        if (opened.kind === "redirect") await app.pay(opened.url);
      }
      await app.pool.query("update orders set expires_at = now() - interval '1 second'");
      await app.pool.query("update checkout set expires_at = now() - interval '1 second'");
      await sweepCheckouts(app.services.tasks, {});
      // The goods of one of the two that were paid go to somebody else before its money is seen.
      await app.pool.query(
        `update counter set capacity = claimed where id in (
           select counter_id from order_line join variant on variant.id = variant_id
           join orders on orders.id = order_id where reference = '${late.reference}')`,
      );
      await sweepPayments(app.services.tasks, {});
      await app.runJobs();
      const { rows } = await app.pool.query<{ reference: string; state: string; refund: string }>(
        `select reference, orders.state, refund.state as refund from orders
         join payment on order_id = orders.id left join refund on payment_id = payment.id`,
      );
      const ended = new Map(rows.map((row) => [row.reference, [row.state, row.refund]]));
      expect(ended.get(paid.reference)).toEqual(["confirmed", null]);
      expect(ended.get(idle.reference)).toEqual(["expired", null]);
      expect(ended.get(late.reference)).toEqual(["expired", "succeeded"]);
      await expectSettled(app.db);
    },
  },
  // Red when openPayment opens a page for an order whose time is up.
  {
    id: "I11",
    says: "a create is never sent again a day later, when the provider has forgotten its key",
    expectHolds: async () => {
      const app = await createTestApp();
      const { device, reference, paymentId } = await unpaid(app);
      await fault(app, { kind: "lost_answer", times: 2, path: sessions });
      expectRefusal(await device.send("payment.open", { reference }), 503, "PAYMENT_UNAVAILABLE");
      await app.pool.query("update orders set expires_at = now() - interval '23 hours'");
      await openPayment(app.services.tasks, { paymentId });
      expect(asked(app)).toHaveLength(2);
    },
  },
  // Red when openPayment makes up a key of its own.
  {
    id: "I17",
    says: "the provider's key is the attempt's own, written down with its exact parameters before the call, and the same in every repeat",
    expectHolds: async () => {
      const app = await createTestApp();
      const { device, reference } = await unpaid(app);
      const attempt = await app.db
        .selectFrom("payment_attempt")
        .select(["id", "idempotency_key", "params"])
        .executeTakeFirstOrThrow();
      expect(asked(app)).toEqual([]);
      await fault(app, { kind: "lost_answer", times: 2, path: sessions });
      await device.send("payment.open", { reference });
      await device.send("payment.open", { reference }, { key: "a-key-of-the-client" });
      const created = asked(app);
      expect(created.length).toBeGreaterThan(1);
      for (const { idempotencyKey, params } of created) {
        expect(idempotencyKey).toBe(`${attempt.id}:open`);
        expect(idempotencyKey).toBe(attempt.idempotency_key);
        expect(params).toMatchObject({ client_reference_id: reference });
      }
      expect(created.at(-1)?.params).toEqual(created[0]?.params);
      expect((await app.stripe.checkout.sessions.list()).data).toHaveLength(1);
    },
  },
  // Red when openPayment asks inside a transaction.
  {
    id: "I18",
    says: "no transaction is open while the provider is asked",
    expectHolds: async () => {
      const app = await createTestApp();
      const { device, reference } = await unpaid(app);
      await fault(app, { kind: "delay", ms: 1_000, path: sessions });
      const opening = device.send("payment.open", { reference });
      await waitUntil(() => asked(app).length > 0, { what: "the provider to be asked" });
      const { rows } = await app.pool.query(
        "select query from pg_stat_activity where datname = current_database() and state like 'idle in transaction%'",
      );
      expect(rows).toEqual([]);
      expect((await opening).status).toBe(200);
    },
  },
  // Red when a repeat makes up a key of its own, or an idempotency error is logged as an outage.
  {
    id: "I23",
    says: "a conflict, a limit, silence: the same key again; a key of other parameters is an alarm, and never a new key",
    expectHolds: async () => {
      const app = await createTestApp();
      for (const [kind, times] of [
        ["conflict", 1],
        ["rate_limit", 1],
        ["lost_answer", 2],
      ]) {
        const { device, reference } = await unpaid(app);
        const before = asked(app).length;
        await fault(app, { kind, times, path: sessions });
        expectRefusal(await device.send("payment.open", { reference }), 503, "PAYMENT_UNAVAILABLE");
        expect((await device.send("payment.open", { reference })).status).toBe(200);
        const keys = asked(app)
          .slice(before)
          .map((call) => call.idempotencyKey);
        expect([keys.length, new Set(keys)]).toEqual([
          Number(times) + 1,
          new Set(keys.slice(0, 1)),
        ]);
      }
      expect((await app.stripe.checkout.sessions.list()).data).toHaveLength(3);

      const { device, reference, paymentId } = await unpaid(app);
      await fault(app, { kind: "lost_answer", times: 2, path: sessions });
      await device.send("payment.open", { reference });
      await app.pool.query(
        `update payment_attempt set params = jsonb_set(params::jsonb, '{success_url}', '"http://x.test"')::json where payment_id = '${paymentId}'`,
      );
      const before = asked(app).length;
      expectRefusal(await device.send("payment.open", { reference }), 503, "PAYMENT_UNAVAILABLE");
      expect(asked(app).slice(before)).toMatchObject([{ status: 400 }]);
      expect(app.alarms).not.toEqual([]);
    },
  },
];

/** A new shopper's card order, placed and not paid. */
async function unpaid(app: TestApp) {
  const { device, order } = await readyToPlace(app, { method: "card" });
  const { reference } = await device.shop.checkout.place.mutate(order);
  const { id: paymentId } = await app.db
    .selectFrom("payment")
    .innerJoin("orders", "orders.id", "order_id")
    .select("payment.id")
    .where("reference", "=", reference)
    .executeTakeFirstOrThrow();
  return { device, reference, paymentId };
}

const asked = (app: TestApp) =>
  app.simulator.requests().filter(({ method, path }) => method === "POST" && path === sessions);

const fault = (app: TestApp, rule: object) =>
  fetch(`${app.simulator.url}/_control/faults`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(rule),
  });
