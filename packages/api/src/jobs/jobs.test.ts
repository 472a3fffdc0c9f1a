import type { PaymentId } from "@tuckshop/contracts/ids";
import { attemptsMax } from "@tuckshop/db/atomic/attempts";
import { dropSupersededJobs } from "@tuckshop/db/atomic/drop-superseded-jobs";
import { enqueue } from "@tuckshop/db/atomic/enqueue";
import { race, times } from "@tuckshop/testing/race";
import { waitUntil } from "@tuckshop/testing/wait-until";
import { sql } from "kysely";
import { expect, test } from "vitest";
import { cardOrder } from "../testing/card-order.ts";
import { createTestShop, type TestShop } from "../testing/test-shop.ts";

/** A card order whose job to open its page is a dead letter. */
async function deadJob(shop: TestShop, sku = "KULFI") {
  const { reference } = await cardOrder(shop, { sku });
  await sql`update graphile_worker._private_jobs set attempts = max_attempts,
    last_error = 'Invalid API key: sk_test_0123456789 for meera@example.org
      at somewhere.ts'`.execute(shop.db);
  const { rows } = await sql<{ id: number }>`
    select max(id) as id from graphile_worker._private_jobs`.execute(shop.db);
  return { reference, jobId: rows[0]?.id ?? 0 };
}

const owed = async (shop: TestShop) => {
  const { rows } = await sql<{ attempts: number }>`
    select attempts from graphile_worker.jobs order by id`.execute(shop.db);
  return rows.map(({ attempts }) => attempts);
};

test("S42 the list shows the dead letter with its order, and what went wrong without secrets", async () => {
  const shop = await createTestShop();
  const { reference, jobId } = await deadJob(shop);
  const { list } = (await shop.staff("owner")).call().staff.jobs;
  const { items } = await list({});
  expect(items).toMatchObject([
    {
      id: jobId,
      topic: "payment.open",
      state: "dead",
      attempts: attemptsMax,
      attemptsMax,
      lastError: "Invalid API key: sk_… for …@…",
      order: { reference },
    },
  ]);
  expect((await list({ state: "due" })).items).toEqual([]);
  await sql`update graphile_worker._private_jobs set attempts = 1`.execute(shop.db);
  expect((await list({ state: "failing" })).items).toHaveLength(1);
  await sql`update graphile_worker._private_jobs set locked_at = now()`.execute(shop.db);
  expect((await list({ state: "running" })).items).toHaveLength(1);
});

test("S42 the list has pages", async () => {
  const shop = await createTestShop();
  for (const sku of ["A-1", "A-2", "A-3"]) await deadJob(shop, sku);
  const { list } = (await shop.staff("owner")).call().staff.jobs;
  const first = await list({ limit: 2 });
  const second = await list({ limit: 2, cursor: first.nextCursor ?? "" });
  expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(
    [...first.items, ...second.items].map(({ id }) => id).toSorted((a, b) => b - a),
  );
  expect(second).toMatchObject({ items: [{}], nextCursor: null });
});

const waitingForLocks = async (shop: TestShop) => {
  const { rows } = await sql`select from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock'`.execute(shop.db);
  return rows.length;
};

// Red when redriveDeadJobs does not lock what it chose: all ten then believe that it was theirs.
test("S42 a dead letter that ten people redrive at once is redriven once, and done", async () => {
  const shop = await createTestShop({ connectionsMax: 12 });
  const { jobId } = await deadJob(shop);
  const owner = await shop.staff("owner");
  const everybody = times(10, () => () => owner.call().staff.jobs.redrive({ what: "job", jobId }));
  // Somebody holds the row until all ten stand before it: none of them is late.
  const { won, lost } = await shop.db
    .transaction()
    .execute(async (tx) => {
      await sql`select from graphile_worker._private_jobs for update`.execute(tx);
      const racing = race(everybody);
      await waitUntil(async () => (await waitingForLocks(shop)) === 10, { what: "ten to wait" });
      return { racing };
    })
    .then(({ racing }) => racing);
  expect(won).toEqual([{ count: 1 }]);
  expect(lost).toMatchObject(
    times(9, () => ({ cause: { refusal: { code: "ILLEGAL_TRANSITION", state: "due" } } })),
  );
  expect(await owed(shop)).toEqual([0]);
  await waitUntil(
    async () => {
      await sql`update graphile_worker._private_jobs set run_at = now()`.execute(shop.db);
      await shop.runJobs();
      return (await owed(shop)).length === 0;
    },
    { what: "the job to be done" },
  );
  const payment = await shop.db.selectFrom("payment").select("state").executeTakeFirst();
  expect(payment?.state).toBe("open");
});

test("S42 all dead letters of a topic are redriven together, and the same key redrives once", async () => {
  const shop = await createTestShop();
  for (const sku of ["A-1", "A-2"]) await deadJob(shop, sku);
  const manager = await shop.staff("manager");
  const redrive = (topic: "payment.open" | "refund.send") =>
    manager.call(`redrive-all-of-${topic}`).staff.jobs.redrive({ what: "topic", topic });
  expect(await redrive("refund.send")).toEqual({ count: 0 });
  expect(await redrive("payment.open")).toEqual({ count: 2 });
  expect(await redrive("payment.open")).toEqual({ count: 2 });
  expect(manager.headers.get("idempotency-replayed")).toBe("true");
  expect(await owed(shop)).toEqual([0, 0]);
});

test("a job that is not there, or not dead, is not redriven, and not by everybody", async () => {
  const shop = await createTestShop();
  const owner = (await shop.staff("owner")).call;
  await expect(owner().staff.jobs.redrive({ what: "job", jobId: 7 })).rejects.toMatchObject({
    code: "NOT_FOUND",
  });
  const { call } = await shop.staff("packer");
  await expect(call().staff.jobs.list({})).rejects.toMatchObject({ code: "FORBIDDEN" });
  await expect(call().staff.jobs.redrive({ what: "job", jobId: 7 })).rejects.toMatchObject({
    code: "FORBIDDEN",
  });
});

// Red when dropSupersededJobs drops nothing, or does not ask for the key; and when enqueue gives no key.
test("S42 a job that was owed again while it ran leaves no dead letter when its worker dies", async () => {
  const shop = await createTestShop();
  await deadJob(shop);
  const again = () =>
    shop.db
      .transaction()
      .execute((tx) => enqueue(tx, "payment.sync", { paymentId: "a" as PaymentId }));
  await again();
  await sql`update graphile_worker._private_jobs set locked_at = now(), locked_by = 'gone'
    where attempts = 0`.execute(shop.db);
  await again(); // takes the key, and with it the place of the one that runs
  expect(await dropSupersededJobs(shop.db)).toBe(0);
  await sql`select graphile_worker.force_unlock_workers(array['gone'])`.execute(shop.db);
  expect(await dropSupersededJobs(shop.db)).toBe(1);
  expect(await owed(shop)).toEqual([attemptsMax, 0]);
});
