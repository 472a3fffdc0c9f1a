import { attemptsMax, backoffSeconds } from "@tuckshop/db/atomic/attempts";
import { failWebhookAttempt, takeWebhookAttempt } from "@tuckshop/db/atomic/webhook-attempt";
import { expectInvariants } from "@tuckshop/db/testing/invariants";
import { race, times } from "@tuckshop/testing/race";
import { sql } from "kysely";
import { expect, test } from "vitest";
import { cardOrder, pageOf } from "../testing/card-order.ts";
import { deliver } from "../testing/deliver-webhook.ts";
import { createTestShop, type TestShop } from "../testing/test-shop.ts";
import { sweepWebhooks } from "./sweep.ts";

const unknownPayment = `pay_${"0".repeat(32)}`;

const eventAbout = (id: string, paymentId: string) => ({
  id,
  object: "event",
  type: "checkout.session.completed",
  data: { object: { id: "cs_1", object: "checkout.session", metadata: { payment_id: paymentId } } },
});

const eventOf = (shop: TestShop, id: string) =>
  shop.db.selectFrom("webhook_event").selectAll().where("id", "=", id).executeTakeFirstOrThrow();

const makeDue = (shop: TestShop) =>
  sql`update graphile_worker._private_jobs set run_at = now()`.execute(shop.db);

const jobsOf = async (shop: TestShop) => {
  const { rows } = await sql<{ key: string }>`select key from graphile_worker.jobs`.execute(
    shop.db,
  );
  return rows.map(({ key }) => key);
};

/** Works an event as often as it may be tried. */
const exhaust = async (shop: TestShop) => {
  for (const _ of times(attemptsMax, () => 0)) {
    await makeDue(shop);
    await shop.runJobs();
  }
};

const paidOrder = async (shop: TestShop, options: Parameters<typeof cardOrder>[1] = {}) => {
  const { shopper, reference } = await cardOrder(shop, options);
  await shop.pay(await pageOf(shopper, reference));
  const { id: paymentId } = await shop.db
    .selectFrom("payment")
    .innerJoin("orders", "orders.id", "payment.order_id")
    .select("payment.id")
    .where("orders.reference", "=", reference)
    .executeTakeFirstOrThrow();
  const stateNow = async () => (await shopper.call().order.track({ reference })).state;
  return { paymentId, reference, stateNow };
};

/** Takes a payment out of our books, as if an older backup had been restored, until it is put back. */
const hide = async (shop: TestShop, paymentId: string) => {
  const rename = (from: string, to: string) =>
    sql`update payment set id = ${to} where id = ${from}`.execute(shop.db);
  await sql`alter table payment_attempt drop constraint payment_attempt_payment_id_fkey`.execute(
    shop.db,
  );
  await rename(paymentId, unknownPayment);
  return () => rename(unknownPayment, paymentId);
};

// Red when an event whose payment is not known is ignored: it is then never looked at again.
test("S38 an event about a payment that is not known yet is kept, and applied once it is", async () => {
  const shop = await createTestShop();
  const { paymentId, stateNow } = await paidOrder(shop);
  const restore = await hide(shop, paymentId);
  await deliver(shop, eventAbout("evt_early", paymentId));
  await shop.runJobs();
  expect(await eventOf(shop, "evt_early")).toMatchObject({
    state: "retry",
    attempt_count: 1,
    last_error: `The payment ${paymentId} is not known yet.`,
  });
  expect(await stateNow()).toBe("pending_payment");

  await restore();
  await makeDue(shop);
  await shop.runJobs();
  expect(await eventOf(shop, "evt_early")).toMatchObject({ state: "applied", attempt_count: 2 });
  expect(await stateNow()).toBe("confirmed");
});

// Red when the sweep owes nothing to events without a job.
test("S42 an event whose job was lost is owed it again by the sweep", async () => {
  const shop = await createTestShop();
  const { paymentId, stateNow } = await paidOrder(shop);
  await deliver(shop, eventAbout("evt_lost", paymentId));
  await sql`delete from graphile_worker._private_jobs`.execute(shop.db);
  await sweepWebhooks(shop.services.tasks, {});
  await sweepWebhooks(shop.services.tasks, {});
  expect(await jobsOf(shop)).toEqual(["webhook.apply:evt_lost"]);
  await shop.runJobs();
  expect(await eventOf(shop, "evt_lost")).toMatchObject({ state: "applied" });
  expect(await stateNow()).toBe("confirmed");
});

test("S42 an event that waits for its turn is left to its job by the sweep", async () => {
  const shop = await createTestShop();
  await deliver(shop, eventAbout("evt_waits", unknownPayment));
  await shop.runJobs();
  await sweepWebhooks(shop.services.tasks, {});
  const { rows } = await sql<{ seconds: number }>`
    select extract(epoch from run_at - now())::float8 as seconds from graphile_worker.jobs
  `.execute(shop.db);
  expect(rows).toHaveLength(1);
  expect(rows[0]?.seconds).toBeGreaterThan(backoffSeconds(1) - 2);
});

// Red when attempts are not counted: the event is then tried for ever.
test("S42 an event that always fails is dead after its attempts, while others go on", async () => {
  const shop = await createTestShop();
  const { paymentId } = await paidOrder(shop);
  await deliver(shop, eventAbout("evt_poison", unknownPayment));
  await exhaust(shop);
  await deliver(shop, eventAbout("evt_good", paymentId));
  await shop.runJobs();
  expect(await eventOf(shop, "evt_poison")).toMatchObject({
    state: "dead",
    attempt_count: attemptsMax,
  });
  expect(await jobsOf(shop)).toEqual([]);
  expect(await eventOf(shop, "evt_good")).toMatchObject({ state: "applied" });
  await expectInvariants(shop.db);
});

// Red when takeWebhookAttempt counts after the work instead of before it.
test("S42 attempts that do not even report are counted, and the sweep buries what has none left", async () => {
  const shop = await createTestShop();
  await deliver(shop, eventAbout("evt_kills", unknownPayment));
  for (const attempt of times(attemptsMax, (at) => at + 1)) {
    expect(await takeWebhookAttempt(shop.db, "evt_kills")).toMatchObject({ attempt });
  }
  expect(await takeWebhookAttempt(shop.db, "evt_kills")).toBeUndefined();
  await sweepWebhooks(shop.services.tasks, {});
  expect(await eventOf(shop, "evt_kills")).toMatchObject({ state: "received" }); // still at its last
  await sql`update webhook_event set due_at = now()`.execute(shop.db);
  await sweepWebhooks(shop.services.tasks, {});
  expect(await eventOf(shop, "evt_kills")).toMatchObject({ state: "dead" });
  await expectInvariants(shop.db);
});

// Red without `attempt_count = attempt` in failWebhookAttempt.
test("I8 an attempt that was overtaken records nothing", async () => {
  const shop = await createTestShop();
  await deliver(shop, eventAbout("evt_slow", unknownPayment));
  const slow = await takeWebhookAttempt(shop.db, "evt_slow");
  if (!slow) throw new Error("The event has an attempt.");
  await takeWebhookAttempt(shop.db, "evt_slow");
  await shop.db
    .transaction()
    .execute((tx) => failWebhookAttempt(tx, slow, "too late", { actor: "test" }));
  expect(await eventOf(shop, "evt_slow")).toMatchObject({ state: "received", last_error: null });
});

// Red when redriveWebhookEvent gives new attempts without the machine's leave.
test("a dead event that ten people redrive at once is redriven by one of them, and applied once", async () => {
  const shop = await createTestShop({ connectionsMax: 12 });
  const { paymentId, stateNow } = await paidOrder(shop);
  const restore = await hide(shop, paymentId);
  await deliver(shop, eventAbout("evt_dead", paymentId));
  await exhaust(shop);
  await restore();
  const owner = await shop.staff("owner");
  const redrive = (key?: string) => owner.call(key).staff.webhooks.redrive({ eventId: "evt_dead" });
  const { won, lost } = await race(times(10, () => () => redrive()));
  expect(won).toMatchObject([{ id: "evt_dead", state: "retry", lastError: expect.any(String) }]);
  expect(lost).toMatchObject(
    times(9, () => ({ cause: { refusal: { code: "ILLEGAL_TRANSITION", state: "retry" } } })),
  );
  expect(await jobsOf(shop)).toEqual(["webhook.apply:evt_dead"]);
  await shop.runJobs();
  expect(await eventOf(shop, "evt_dead")).toMatchObject({
    state: "applied",
    attempt_count: attemptsMax + 1,
  });
  expect(await stateNow()).toBe("confirmed");
  await expect(redrive()).rejects.toMatchObject({ cause: { refusal: { state: "applied" } } });
});

test("a redriven event waits as short a time as a new one", async () => {
  const shop = await createTestShop();
  await deliver(shop, eventAbout("evt_dead", unknownPayment));
  await exhaust(shop);
  await (await shop.staff("owner")).call().staff.webhooks.redrive({ eventId: "evt_dead" });
  await shop.runJobs();
  const { due_at } = await eventOf(shop, "evt_dead");
  expect(Date.parse(due_at) - Date.now()).toBeLessThan(backoffSeconds(1) * 1_000);
});

test("a redrive that is repeated under its key is the same redrive", async () => {
  const shop = await createTestShop({ connectionsMax: 12 });
  await deliver(shop, eventAbout("evt_dead", unknownPayment));
  await exhaust(shop);
  const owner = await shop.staff("manager");
  const again = () =>
    owner.call("redrive-evt-dead-once").staff.webhooks.redrive({ eventId: "evt_dead" });
  expect(await again()).toEqual(await again());
  expect(owner.headers.get("idempotency-replayed")).toBe("true");
});

test("the list shows what became of each event, newest first, a page at a time", async () => {
  const shop = await createTestShop();
  const { paymentId, reference } = await paidOrder(shop);
  for (const id of ["evt_1", "evt_2", "evt_3"]) await deliver(shop, eventAbout(id, paymentId));
  await deliver(shop, eventAbout("evt_3", paymentId));
  await deliver(shop, eventAbout("evt_4", unknownPayment));
  await sql`update webhook_event set received_at = '2026-11-24T12:00:00.123456Z' where id <> 'evt_4'`.execute(
    shop.db,
  );
  await shop.runJobs();
  const { list } = (await shop.staff("owner")).call().staff.webhooks;

  const first = await list({ limit: 2 });
  expect(first.items).toMatchObject([
    { id: "evt_4", state: "retry", attemptCount: 1, dueAt: expect.any(String), order: null },
    { id: "evt_3", state: "applied", deliveryCount: 2, dueAt: null, order: { reference } },
  ]);
  const second = await list({ limit: 2, cursor: first.nextCursor ?? "" });
  expect(second.items.map(({ id }) => id)).toEqual(["evt_2", "evt_1"]);
  expect(second.nextCursor).toBeNull();
  expect((await list({ states: ["retry"] })).items).toHaveLength(1);
  await expect(list({ cursor: "nonsense" })).rejects.toMatchObject({
    cause: { refusal: { code: "CURSOR_INVALID" } },
  });
});

test("only who keeps the books sees events, and no event that is not there is redriven", async () => {
  const shop = await createTestShop();
  const viewer = await shop.staff("viewer");
  await expect(viewer.call().staff.webhooks.list({})).rejects.toMatchObject({ code: "FORBIDDEN" });
  const owner = await shop.staff("owner");
  for (const [eventId, code] of [
    ["evt_none", "NOT_FOUND"],
    ["no event", "BAD_REQUEST"],
  ] as const) {
    await expect(owner.call().staff.webhooks.redrive({ eventId })).rejects.toMatchObject({ code });
    await expect(viewer.call().staff.webhooks.redrive({ eventId })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
  }
});
