import { EventEmitter, once } from "node:events";
import { createClient } from "@tuckshop/db/client";
import { makeVariant } from "@tuckshop/db/testing/factories";
import { expectInvariants } from "@tuckshop/db/testing/invariants";
import { race, times } from "@tuckshop/testing/race";
import { tcpFault } from "@tuckshop/testing/tcp-fault";
import { sql } from "kysely";
import { expect, onTestFinished, test } from "vitest";
import { placing, startPickup } from "../testing/purchase.ts";
import { createTestShop, type TestShop } from "../testing/test-shop.ts";

const readyToPlace = async (shop: TestShop, db = shop.db) => {
  const { variantId } = await makeVariant(shop.db, { sku: "KULFI", stock: 9 });
  const shopper = shop.shopper(db);
  const checkout = await startPickup(shopper, [{ variantId, quantity: 1 }]);
  return { shopper, key: `place:${checkout.id}`, order: placing(checkout, "cash") };
};

/** The shop's database behind a wire that can be cut. */
const overWire = async (shop: TestShop) => {
  const url = new URL(shop.url);
  const wire = await tcpFault(Number(url.port));
  url.port = String(wire.port);
  const { db, close } = createClient({ url: url.href, connectionsMax: 4 });
  onTestFinished(async () => {
    await close();
    await wire.stop();
  });
  return { wire, db };
};

const orderCount = async ({ db }: TestShop) =>
  (await db.selectFrom("orders").select("id").execute()).length;

// Red when claimKey waits for the lock instead of trying it: a second copy then hangs, not answers.
test("I6 while a key is in flight its copies are told so at once, and hold no connection", async () => {
  const shop = await createTestShop({ connectionsMax: 8 });
  const { shopper, key, order } = await readyToPlace(shop);
  const gate = new EventEmitter();
  const released = once(gate, "open");
  let blocker: Promise<void> | undefined;
  // Somebody holds the bag for long: the first copy waits for it inside its transaction.
  await new Promise<void>((held) => {
    blocker = shop.db.transaction().execute(async (tx) => {
      await sql`select from cart for update`.execute(tx);
      held();
      await released;
    });
  });
  const first = shopper.call(key).checkout.place(order);
  await expect
    .poll(async () => {
      const { rows } = await sql`select from pg_locks where not granted`.execute(shop.db);
      return rows.length;
    })
    .toBeGreaterThan(0);

  const { won, lost } = await race(times(5, () => () => shopper.call(key).checkout.place(order)));
  expect(won).toEqual([]);
  expect(lost).toMatchObject(
    times(5, () => ({ cause: { refusal: { code: "IDEMPOTENCY_IN_PROGRESS" } } })),
  );
  expect(shopper.headers.get("retry-after")).toBe("1");
  gate.emit("open");
  await blocker;
  expect(await first).toMatchObject({ state: "confirmed" });
  expect(await orderCount(shop)).toBe(1);
  await expectInvariants(shop.db);
});

// Red when inTransaction does not try again: the call then ends as TOO_BUSY.
test("I7 a connection lost before COMMIT leaves nothing behind, and the command runs again", async () => {
  const shop = await createTestShop();
  const { wire, db } = await overWire(shop);
  const { shopper, key, order } = await readyToPlace(shop, db);
  const cut = wire.cutOn("commit", "before");
  const placed = await shopper.call(key).checkout.place(order);
  await cut;
  expect(placed).toMatchObject({ state: "confirmed" });
  expect(await orderCount(shop)).toBe(1);
  await expectInvariants(shop.db);
});

// Red when the second try does not look the key up: it then answers CHECKOUT_COMPLETED, not the order.
test("I22 a connection lost in COMMIT: the outcome is looked up by the key, and answered", async () => {
  const shop = await createTestShop();
  const { wire, db } = await overWire(shop);
  const { shopper, key, order } = await readyToPlace(shop, db);
  const cut = wire.cutOn("commit", "after");
  const placed = await shopper.call(key).checkout.place(order);
  await cut;
  expect(placed).toMatchObject({ state: "confirmed" });
  expect(await shopper.call(key).checkout.place(order)).toEqual(placed);
  expect(await orderCount(shop)).toBe(1);
  await expectInvariants(shop.db);
});

test("I21 backends that are terminated again and again end in a 503 that changed nothing", async () => {
  const shop = await createTestShop();
  const { wire, db } = await overWire(shop);
  const { shopper, key, order } = await readyToPlace(shop, db);
  const enough = new AbortController();
  const cuts = (async () => {
    while (!enough.signal.aborted) await Promise.race([wire.cutOn("commit", "before"), pauseMs(5)]);
  })();
  await expect(shopper.call(key).checkout.place(order)).rejects.toMatchObject({
    code: "SERVICE_UNAVAILABLE",
    cause: { refusal: { code: "TOO_BUSY" } },
  });
  enough.abort();
  await cuts;
  expect(await orderCount(shop)).toBe(0);
  expect(await shop.shopper().call().shop.info()).toMatchObject({ currency: "INR" });
  await expectInvariants(shop.db);
});

const pauseMs = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

// Red without limitInFlight: the hundred then queue for the pool, and strangers wait behind them.
test("I27 of a hundred changes of one shopper at a time twenty are worked on, the others told to wait", async () => {
  const shop = await createTestShop({ connectionsMax: 4 });
  const shopper = shop.shopper();
  await shopper.call().bag.put({ baseVersion: 0, lines: [] });
  const { lost } = await race(
    times(100, () => () => shopper.call().bag.put({ baseVersion: 1, lines: [] })),
  );
  const waiting = lost.filter((reason) => isRefusal(reason, "TOO_MANY_REQUESTS"));
  expect(waiting).toHaveLength(80);
  expect(await shopper.call().bag.get()).toMatchObject({ version: 2 });
});

const isRefusal = (reason: unknown, code: string): boolean =>
  expect
    .objectContaining({
      cause: expect.objectContaining({ refusal: expect.objectContaining({ code }) }),
    })
    .asymmetricMatch(reason);

test("I18 no transaction is open while the provider is asked", async () => {
  const shop = await createTestShop();
  const { variantId } = await makeVariant(shop.db, { sku: "KULFI", stock: 9 });
  const shopper = shop.shopper();
  const checkout = await startPickup(shopper, [{ variantId, quantity: 1 }]);
  const { reference } = await shopper.call().checkout.place(placing(checkout, "card"));
  await fetch(`${shop.simulator.url}/_control/faults`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ kind: "delay", ms: 1_000, path: "/v1/checkout/sessions" }),
  });
  const opening = shopper.call().payment.open({ reference });
  await expect.poll(() => shop.simulator.requests().length).toBeGreaterThan(0);
  const { rows } = await sql`
    select query from pg_stat_activity
    where datname = current_database() and state like 'idle in transaction%'
  `.execute(shop.db);
  expect(rows).toEqual([]);
  expect(await opening).toMatchObject({ kind: "redirect" });
});
