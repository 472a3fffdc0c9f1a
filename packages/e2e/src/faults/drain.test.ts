import { makeVariant, type MadeVariant } from "@tuckshop/db/testing/factories";
import { expectInvariants } from "@tuckshop/db/testing/invariants";
import { times } from "@tuckshop/testing/race";
import { waitUntil } from "@tuckshop/testing/wait-until";
import { afterAll, beforeAll, expect, test } from "vitest";
import { httpShopper } from "../http-shopper.ts";
import { buy, putInBag } from "../purchase.ts";
import { startStack, type TestStack } from "../stack.ts";

let stack: TestStack;
beforeAll(async () => {
  stack = await startStack({ servers: 2 });
});
afterAll(() => stack.stop());

const inFlight = 6;

const waiting = async (): Promise<number> => {
  const { rows } = await stack.pool.query<{ count: number }>(
    `select count(*) from pg_stat_activity
     where datname = current_database() and wait_event_type = 'Lock'`,
  );
  return rows[0]?.count ?? 0;
};

const isGone = (url: string) =>
  fetch(`${url}/healthz`).then(
    () => false,
    () => true,
  );

// Red when main.ts ends at once on SIGTERM.
test(
  "V20 a server that is told to stop answers what it has begun, while the other one serves",
  { timeout: 60_000 },
  async () => {
    const [first, second] = stack.servers;
    if (!first || !second) throw new Error("Two servers were to start.");
    const shoppers = times(inFlight, () => httpShopper(first.url));
    const goods: MadeVariant[] = [];
    for (const [at, { shop }] of shoppers.entries()) {
      const good = await makeVariant(stack.db, { sku: `DRAIN-${at}`, stock: 9 });
      await putInBag(shop, good.variantId);
      goods.push(good);
    }
    const free = await makeVariant(stack.db, { sku: "DRAIN-FREE", stock: 9 });

    // Each of the counters holds one shopper up in the middle of a command.
    const holder = await stack.pool.connect();
    await holder.query("begin");
    await holder.query("select from counter where id = any($1) for update", [
      goods.map((good) => good.counterId),
    ]);
    const buying = shoppers.map(async ({ shop }) => {
      const { version: bagVersion } = await shop.bag.get.query();
      return await shop.checkout.start.mutate({ bagVersion, fulfilment: { method: "pickup" } });
    });
    await waitUntil(async () => (await waiting()) === inFlight, { what: "all to wait" });
    const stopping = first.stop();
    await waitUntil(() => isGone(first.url), { what: "the first server to take no more" });
    const other = httpShopper(second.url);
    await putInBag(other.shop, free.variantId);
    expect(await buy(other.shop, "cash")).toMatchObject({ state: "confirmed" });
    await holder.query("commit");
    holder.release();
    const outcomes = await Promise.allSettled(buying);
    await stopping;

    expect(outcomes.map(({ status }) => status)).toEqual(times(inFlight, () => "fulfilled"));
    // Nothing was sent twice: each shopper's one start was answered by the server that was leaving.
    for (const { statuses } of shoppers) expect(new Set(statuses)).toEqual(new Set([200]));
    expect(await first.stopped).toBe(0);
    await expectInvariants(stack.db);
  },
);
