import type { OrderId } from "@tuckshop/contracts/ids";
import { attemptsMax } from "@tuckshop/db/atomic/attempts";
import { enqueue } from "@tuckshop/db/atomic/enqueue";
import { makeVariant } from "@tuckshop/db/testing/factories";
import { startSmtpPeer } from "@tuckshop/dev-env/smtp/start-smtp-peer";
import { race, times } from "@tuckshop/testing/race";
import { waitUntil } from "@tuckshop/testing/wait-until";
import { Logger, run } from "graphile-worker";
import { sql } from "kysely";
import { expect, onTestFinished, test, vi } from "vitest";
import { createTaskList, splitTaskList } from "../task-list.ts";
import type { TaskContext } from "../task.ts";
import { buy } from "../testing/purchase.ts";
import { createTestShop, type TestShop } from "../testing/test-shop.ts";
import { mailConfirmation } from "./mail-confirmation.ts";
import { createMailer } from "./mailer.ts";

/** A shop with an order that wants its mail, and a mail server on the wire. */
async function mailShop(connectionsMax = 12) {
  const shop = await createTestShop({ connectionsMax });
  const peer = await startSmtpPeer();
  onTestFinished(() => peer.stop());
  const mailer = createMailer({ from: "shop@localhost", smtpUrl: peer.url, directory: "" });
  const context: TaskContext = { ...shop.services.tasks, mailer };
  const { variantId } = await makeVariant(shop.db, { sku: "KULFI", stock: 50 });
  const order = async (): Promise<OrderId> => {
    const { reference } = await buy(shop.shopper(), [{ variantId, quantity: 1 }], "cash");
    const { id } = await shop.db
      .selectFrom("orders")
      .select("id")
      .where("reference", "=", reference)
      .executeTakeFirstOrThrow();
    return id;
  };
  return { shop, peer, context, order };
}

const effectOf = (shop: TestShop, orderId: OrderId) =>
  shop.db
    .selectFrom("effect")
    .select(["attempt_count as attempts", "done_at as doneAt"])
    .where("key", "=", `confirmation-${orderId}`)
    .executeTakeFirst();

test("V18 a mail is sent once, under a Message-ID that its order gives it", async () => {
  const { peer, context, order } = await mailShop();
  const orderId = await order();
  await mailConfirmation(context, { orderId });
  await mailConfirmation(context, { orderId });
  expect(peer.mails).toMatchObject([
    { messageId: `<confirmation-${orderId}@tuckshop>`, to: "meera@example.org" },
  ]);
});

// Red when the effect is recorded after the mail only, as “select, send, insert”: ten mails go out.
test("V18 of ten workers that have the same job one sends the mail", async () => {
  const { shop, peer, context, order } = await mailShop();
  const orderId = await order();
  const { won, lost } = await race(times(10, () => () => mailConfirmation(context, { orderId })));
  expect(won.length + lost.length).toBe(10);
  expect(peer.mails).toHaveLength(1);
  expect(await effectOf(shop, orderId)).toEqual({ attempts: 1, doneAt: expect.any(String) });
});

// Red when mailOnce records the effect before it sends: the lost mail is then never sent again.
test("V18 a mail whose 250 was lost is sent again under the same Message-ID, and then no more", async () => {
  const { shop, peer, context, order } = await mailShop();
  const orderId = await order();
  peer.faults.push("lose_answer");
  await expect(mailConfirmation(context, { orderId })).rejects.toThrow();
  expect(await effectOf(shop, orderId)).toEqual({ attempts: 1, doneAt: null });
  await mailConfirmation(context, { orderId });
  await mailConfirmation(context, { orderId });
  const id = `<confirmation-${orderId}@tuckshop>`;
  expect(peer.mails.map(({ messageId }) => messageId)).toEqual([id, id]);
});

test("V18 a connection that is lost after the 250 loses nothing and repeats nothing", async () => {
  const { shop, peer, context, order } = await mailShop();
  const orderId = await order();
  peer.faults.push("lose_goodbye");
  await mailConfirmation(context, { orderId });
  await mailConfirmation(context, { orderId });
  expect(peer.mails).toHaveLength(1);
  expect(await effectOf(shop, orderId)).toMatchObject({ attempts: 1, doneAt: expect.any(String) });
});

// Between the mail and its record lies the one moment that cannot be closed: here the record is lost.
test("V18 a worker that dies after the mail and before its record leaves a mail that is sent again as the same", async () => {
  const { shop, peer, context, order } = await mailShop();
  const orderId = await order();
  const dying: TaskContext = {
    ...context,
    mailer: {
      send: async (mail) => {
        await context.mailer.send(mail);
        throw new Error("killed");
      },
    },
  };
  // A worker that is killed releases no claim either: the next waits until the claim has run out.
  await expect(mailConfirmation(dying, { orderId })).rejects.toThrow("killed");
  await sql`update effect set claimed_until = now() + interval '1 minute'`.execute(shop.db);
  await expect(mailConfirmation(context, { orderId })).rejects.toThrow("sent by another");
  expect(peer.mails).toHaveLength(1);
  await sql`update effect set claimed_until = now()`.execute(shop.db);
  await mailConfirmation(context, { orderId });
  const [first, second, ...more] = peer.mails.map(({ messageId }) => messageId);
  expect(second).toBe(first);
  expect(more).toEqual([]);
  expect(await effectOf(shop, orderId)).toMatchObject({ attempts: 2 });
});

// Red when mails are among the rest of the tasks: they then have every hand of the worker.
test("S50 a mail server that hangs holds up no other job", { timeout: 30_000 }, async () => {
  const { shop, peer, context, order } = await mailShop();
  peer.faults.push(...times(50, () => "hang" as const));
  for (const _ of times(8, () => 0)) await order();
  for (const taskList of Object.values(splitTaskList(createTaskList(context)))) {
    const runner = await run({
      pgPool: shop.pool,
      taskList,
      concurrency: 4,
      pollInterval: 100,
      noHandleSignals: true,
      logger: new Logger(() => () => {}),
    });
    onTestFinished(() => runner.stop());
  }
  const working = async () => {
    const { rows } = await sql`
      select from graphile_worker.jobs where task_identifier = 'order.confirmed'
        and locked_at is not null`.execute(shop.db);
    return rows.length > 0;
  };
  await waitUntil(working, { what: "a worker to write to the mail server" });
  const start = performance.now();
  await shop.db.transaction().execute((tx) => enqueue(tx, "key.reap", {}));
  const reaped = async () => {
    const { rows } = await sql`
      select from graphile_worker.jobs where task_identifier = 'key.reap'`.execute(shop.db);
    return rows.length === 0;
  };
  await waitUntil(reaped, { what: "another job to be done" });
  expect(performance.now() - start).toBeLessThan(1_500);
});

test("S50 after five outages in a row nobody waits for the mail server, and refusals are no outage", async () => {
  const peer = await startSmtpPeer();
  onTestFinished(() => peer.stop());
  const mail = { key: "k", to: "a@example.org", subject: "s", text: "t" };
  const { send } = createMailer({ from: "shop@localhost", smtpUrl: peer.url, directory: "" });
  vi.useFakeTimers({ toFake: ["Date"] });
  onTestFinished(() => void vi.useRealTimers());
  peer.faults.push(...times(8, () => "no_mailbox" as const));
  for (const _ of times(8, () => 0)) await expect(send(mail)).rejects.toThrow("no such mailbox");
  peer.faults.push(...times(5, () => "lose_answer" as const));
  for (const _ of times(5, () => 0)) await expect(send(mail)).rejects.toThrow();
  expect(peer.mails).toHaveLength(5);
  await expect(send(mail)).rejects.toThrow(/breaker is open/i);
  expect(peer.mails).toHaveLength(5);
  vi.advanceTimersByTime(5_001);
  await send(mail);
  expect(peer.mails).toHaveLength(6);
});

// Red when enqueue allows a job a hundred attempts, and when the task list swallows what a task throws.
test("S42 a poisoned job reaches the dead letters, and others go on", async () => {
  const { shop, peer, context, order } = await mailShop();
  const poison = { orderId: "poison" as OrderId };
  await shop.db.transaction().execute((tx) => enqueue(tx, "order.confirmed", poison));
  const workAll = async () => {
    await sql`update graphile_worker._private_jobs set run_at = now()`.execute(shop.db);
    await shop.runJobs(context);
  };
  const good = await order();
  await workAll();
  expect(peer.mails).toHaveLength(1);
  for (const _ of times(attemptsMax, () => 0)) await workAll();
  const owner = await shop.staff("owner");
  const { items } = await owner.call().staff.jobs.list({});
  expect(items).toMatchObject([{ topic: "order.confirmed", state: "dead", attempts: attemptsMax }]);
  expect(await effectOf(shop, good)).toMatchObject({ doneAt: expect.any(String) });
});
