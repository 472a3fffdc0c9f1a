import { EventEmitter, once } from "node:events";
import type { OrderId } from "@tuckshop/contracts/ids";
import { enqueue } from "@tuckshop/db/atomic/enqueue";
import { createTestDb } from "@tuckshop/db/testing/test-db";
import { createClient } from "@tuckshop/db/client";
import { waitUntil } from "@tuckshop/testing/wait-until";
import { pino } from "pino";
import { expect, onTestFinished, test } from "vitest";
import { workQueue } from "./queue.ts";

// Red when the queue is worked once only, instead of until it is stopped.
test("a queue that was lost with the database is taken up again by new workers", async () => {
  const { pool, url } = await createTestDb();
  const database = new URL(url).pathname.slice(1);
  const server = createClient({ url: url.replace(database, "postgres"), connectionsMax: 1 });
  onTestFinished(server.close);
  const begun: string[] = [];
  const away = new EventEmitter();
  const work = (topic: string, until: Promise<unknown>) => async () => {
    begun.push(topic);
    await until;
  };
  const taskList = {
    first: work("first", once(away, "away")),
    next: work("next", Promise.resolve()),
  };
  const queue = workQueue({ pgPool: pool, taskList, concurrency: 1 }, pino({ level: "silent" }));
  onTestFinished(queue.stop);
  await queue.working;
  const [before] = queue.workerIds();
  await pool.query("select graphile_worker.add_job('first')");
  await waitUntil(() => begun.includes("first"), { what: "a job to begin" });

  // The database goes away in the middle of the job, whose end cannot be recorded.
  await server.pool.query(`alter database ${database} allow_connections false`);
  const end = "select pg_terminate_backend(pid) from pg_stat_activity where datname = $1";
  await server.pool.query(end, [database]);
  away.emit("away");
  await waitUntil(() => queue.workerIds().length === 0, { what: "the queue to be lost" });
  await server.pool.query(`alter database ${database} allow_connections true`);

  await pool.query("select graphile_worker.add_job('next')");
  await waitUntil(() => begun.includes("next"), { what: "another job to be done" });
  expect(queue.workerIds()).toHaveLength(1);
  expect(queue.workerIds()).not.toContain(before);
});

// Red when mails have one lane, in which each waits for the queue's next poll.
test("mails follow upon each other", async () => {
  const { db, pool } = await createTestDb();
  const mails = Array.from({ length: 40 }, (_, at) => ({ orderId: `order ${at}` as OrderId }));
  await db.transaction().execute(async (tx) => {
    for (const mail of mails) await enqueue(tx, "order.confirmed", mail);
  });
  const sent = new Set<unknown>();
  const taskList = { "order.confirmed": (mail: unknown) => void sent.add(mail) };
  const queue = workQueue({ pgPool: pool, taskList, concurrency: 2 }, pino({ level: "silent" }));
  onTestFinished(queue.stop);
  await waitUntil(() => sent.size === mails.length, { seconds: 6, what: "all mails to be sent" });
});
