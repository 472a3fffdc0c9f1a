import { appendFile, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { idOf } from "../resources/id-of.ts";
import {
  eventually,
  openReceiver,
  openShop,
  paidSession,
  sessionParams,
} from "../simulator-fixture.ts";

async function stateFile(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "stripe-simulator-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  return join(folder, "account", "state.jsonl");
}

test("sessions, charges, refunds and keys outlive a restart", async () => {
  const file = await stateFile();
  const before = await openShop({ stateFile: file });
  const key = { idempotencyKey: "attempt-1" };
  const open = await before.stripe.checkout.sessions.create(sessionParams(), key);
  const { payment_intent } = await paidSession(before);
  await before.stripe.refunds.create({ payment_intent: idOf(payment_intent), amount: 5000 });
  const charges = before.simulator.charges();
  await before.simulator.stop();

  const { simulator, stripe } = await openShop({ stateFile: file });
  expect(simulator.charges()).toEqual(charges);
  expect((await stripe.refunds.list()).data).toMatchObject([{ amount: 5000 }]);
  const replayed = await stripe.checkout.sessions.create(sessionParams(), key);
  expect(replayed.id).toBe(open.id);
  expect((await stripe.checkout.sessions.list()).data).toHaveLength(2);
});

test("a line that a crash cut short is left out, and nothing else", async () => {
  const file = await stateFile();
  const before = await openShop({ stateFile: file });
  await paidSession(before);
  await before.simulator.stop();
  await appendFile(file, '{"table":"charges","id":"ch_half');

  const { simulator } = await openShop({ stateFile: file });
  expect(simulator.charges()).toHaveLength(1);
});

test("the file is rewritten at start with one line for each row", async () => {
  const file = await stateFile();
  const before = await openShop({ stateFile: file });
  await paidSession(before);
  await before.simulator.stop();
  const lines = async () => (await readFile(file, "utf8")).trimEnd().split("\n").length;
  const grown = await lines();
  const after = await openShop({ stateFile: file });
  expect(await lines()).toBeLessThan(grown);
  const rows = { session: 1, intent: 1, charge: 1, events: 4, key: 1 };
  expect(await lines()).toBe(Object.values(rows).reduce((sum, count) => sum + count));
  await after.simulator.stop();
});

test("an event that was not delivered before the restart is delivered after it", async () => {
  const file = await stateFile();
  const webhook = await openReceiver();
  webhook.answers.push("hang", "hang", "hang", "hang");
  const before = await openShop({ stateFile: file, webhook });
  await paidSession(before);
  await eventually(() => expect(webhook.events).toHaveLength(4));
  await before.simulator.stop();

  const { simulator } = await openShop({ stateFile: file, webhook });
  await eventually(() => {
    const delivered = simulator.webhookDeliveries().filter((delivery) => delivery.delivered);
    expect(delivered).toHaveLength(4);
  });
});
