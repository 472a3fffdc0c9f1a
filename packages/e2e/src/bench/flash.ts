import { randomUUID } from "node:crypto";
import { ClaimId, newId, type CounterId } from "@tuckshop/contracts/ids";
import { createClient } from "@tuckshop/db/client";
import { createGrantQueue } from "@tuckshop/db/grant-queue";
import { runDoctor } from "@tuckshop/db/audit/run-doctor";
import { makeVariant } from "@tuckshop/db/testing/factories";
import { startStack, type TestStack } from "../stack.ts";
import { httpLoad } from "./http-load.ts";
import { load, loadHeading, loadLine, type Load, type Until } from "./load.ts";
import { makeShoppers } from "@tuckshop/db/testing/made-shoppers";

/**
 * `bench flash`: everybody wants the same article. First 1,000 pieces and 20,000 attempts over two
 * servers: exactly 1,000 holds. Then plenty of it, to see how fast holds are granted, beside what one
 * row of Postgres can do at the same number of clients and beside a command that changes nothing.
 */

const clients = 64;
const scarcePieces = 1_000;
const attempts = 20_000;
const seconds = 8;

const print = (text: string) => process.stdout.write(text);
const start = { bagVersion: 1, fulfilment: { method: "pickup" } };

type Call = ReturnType<typeof httpLoad>["call"];

/** Every start is a shopper of its own; their answers are counted by status. */
async function rush(stack: TestStack, call: Call, stock: number, { shoppersMax, ...until }: Rush) {
  const made = await makeVariant(stack.db, { sku: `FLASH-${stock}`, stock });
  const shoppers = await makeShoppers(stack.db, shoppersMax, made.variantId);
  await stack.pool.query("checkpoint"); // what made the shoppers is not to be paid for by their rush
  const statuses = new Map<number, number>();
  let next = 0;
  const figures = await load(clients, until, async (client) => {
    const shopper = shoppers[next++];
    if (!shopper) throw new Error("More attempts than shoppers: raise shoppersMax.");
    const { status } = await call(serverOf(stack, client), "checkout.start", start, {
      cookie: shopper.cookie,
      "idempotency-key": randomUUID(),
    });
    statuses.set(status, (statuses.get(status) ?? 0) + 1);
  });
  return { ...made, figures, statuses };
}

type Rush = Until & { shoppersMax: number };

const serverOf = (stack: TestStack, client: number): string =>
  stack.servers[client % stack.servers.length]?.url ?? stack.url;

async function sellOut(stack: TestStack, call: Call): Promise<void> {
  const { figures, statuses, counterId } = await rush(stack, call, scarcePieces, {
    count: attempts,
    shoppersMax: attempts,
  });
  const { claimed } = await stack.db
    .selectFrom("counter")
    .select("claimed")
    .where("id", "=", counterId)
    .executeTakeFirstOrThrow();
  const accepted = statuses.get(200) ?? 0;
  print(
    `\n${scarcePieces} pieces, ${attempts} attempts, ${clients} clients, 2 servers: ` +
      `${accepted} accepted, ${claimed} claimed, answers ${JSON.stringify(Object.fromEntries(statuses))}, ` +
      `${figures.perSecond.toFixed(0)} attempts/s\n`,
  );
  if (accepted !== scarcePieces || claimed !== scarcePieces || statuses.size !== 2) {
    throw new Error("A flash sale must sell exactly what there is.");
  }
}

/** One row, one conditional update a transaction: what a counter does without granting together. */
async function rawUpdates(stack: TestStack, counterId: CounterId): Promise<Load> {
  const { pool, close } = createClient({ url: stack.databaseUrl, connectionsMax: clients });
  const figures = await load(clients, { seconds }, () =>
    pool.query({
      name: "raw",
      text: "update counter set claimed = claimed + 1 where id = $1 and capacity - claimed >= 1",
      values: [counterId],
    }),
  );
  await close();
  return figures;
}

/** The queue of hot counters, with the claim's row and its history. */
async function grants(stack: TestStack, counterId: CounterId): Promise<Load> {
  const { db, close } = createClient({ url: stack.databaseUrl, connectionsMax: 4 });
  const queue = createGrantQueue(db);
  const figures = await load(clients, { seconds }, async () => {
    const got = await queue.wait(counterId, { id: newId(ClaimId), quantity: 1, actor: "bench" });
    if (!got) throw new Error("There was plenty.");
  });
  await close();
  return figures;
}

/**
 * Starts of what was started before, which change nothing: under the same key, so that it is looked up
 * and nothing else is done; or each under a key of its own, so that it is found out.
 */
async function repeats(stack: TestStack, call: Call, keys: "same key" | "new keys"): Promise<Load> {
  const { variantId } = await makeVariant(stack.db, {
    sku: keys === "same key" ? "REPLAYED" : "UNCHANGED",
    stock: 1_000,
  });
  const shoppers = await makeShoppers(stack.db, clients, variantId);
  const firstKeys = shoppers.map(() => randomUUID());
  const again = async (client: number) => {
    const key = keys === "same key" ? firstKeys[client] : randomUUID();
    const headers = { cookie: shoppers[client]?.cookie ?? "", "idempotency-key": key ?? "" };
    const { status } = await call(serverOf(stack, client), "checkout.start", start, headers);
    if (status !== 200) throw new Error(`A start that changes nothing was answered ${status}.`);
  };
  await Promise.all(shoppers.map((_, client) => again(client)));
  return await load(clients, { seconds }, again);
}

/** A mutation that asks the database nothing: what HTTP and the router cost. */
const empty = (stack: TestStack, call: Call): Promise<Load> =>
  load(clients, { seconds }, (client) =>
    call(serverOf(stack, client), "staff.session.signOut", {}),
  );

async function freshCounter(stack: TestStack, sku: string): Promise<CounterId> {
  return (await makeVariant(stack.db, { sku, stock: 1_000_000_000 })).counterId;
}

async function bench(stack: TestStack): Promise<void> {
  const { call, close } = httpLoad(clients);
  await sellOut(stack, call);
  print(`\nPlenty of one article, ${clients} clients, ${seconds} s each\n\n${loadHeading}`);
  const raw = await rawUpdates(stack, await freshCounter(stack, "RAW"));
  print(loadLine("raw update of one row, a transaction each", raw));
  const granted = await grants(stack, await freshCounter(stack, "GRANTED"));
  print(loadLine("claims granted together, database layer", granted));
  const nothing = await empty(stack, call);
  print(loadLine("HTTP: a mutation without SQL", nothing));
  const replayed = await repeats(stack, call, "same key");
  print(loadLine("HTTP: a start that is answered from its record", replayed));
  const unchanged = await repeats(stack, call, "new keys");
  print(loadLine("HTTP: a start that changes nothing, a new key each", unchanged));
  const { figures, statuses } = await rush(stack, call, 1_000_000, {
    seconds,
    shoppersMax: 2_000 * seconds,
  });
  print(loadLine("HTTP: checkout.start of one hot article", figures));
  close();
  print(
    `\nanswers ${JSON.stringify(Object.fromEntries(statuses))}\n` +
      `grants / raw updates    ${(granted.perSecond / raw.perSecond).toFixed(2)}\n` +
      `starts / no change      ${(figures.perSecond / unchanged.perSecond).toFixed(2)}\n` +
      `starts / replays        ${(figures.perSecond / replayed.perSecond).toFixed(2)}\n` +
      `starts / empty          ${(figures.perSecond / nothing.perSecond).toFixed(2)}\n`,
  );
  await checkBooks(stack);
}

/** The bench's own claims on the raw counters have no rows: those two checks are left to the rest. */
async function checkBooks(stack: TestStack): Promise<void> {
  const results = await runDoctor(stack.db);
  const found = results.filter(({ check, count }) => count > 0 && !check.settled);
  const names = found.map(({ check, count }) => `${check.name} ${count}`);
  print(`doctor: ${names.length === 0 ? "all hold" : names.join(", ")}\n`);
}

const stack = await startStack({ servers: 2, disposable: false });
try {
  await bench(stack);
} finally {
  await stack.stop();
}
