import { randomUUID } from "node:crypto";
import type { Bag } from "@tuckshop/contracts/bag";
import type { Checkout } from "@tuckshop/contracts/checkout";
import type { VariantId } from "@tuckshop/contracts/ids";
import { createClient } from "@tuckshop/db/client";
import { makeVariant } from "@tuckshop/db/testing/factories";
import { makeShoppers, type MadeShopper } from "@tuckshop/db/testing/made-shoppers";
import { startStack, type TestStack } from "../stack.ts";
import { cpuLine, withCpu } from "./cpu.ts";
import { httpLoad } from "./http-load.ts";
import { load, loadHeading, loadLine } from "./load.ts";
import { placingInCash } from "./placing-in-cash.ts";
import { recordPurchase, type RecordedPurchase } from "./record-purchase.ts";
import { replayPurchase } from "./replay-purchase.ts";

/**
 * `bench checkout`: whole purchases (bag put, start, place for cash) through HTTP on two servers,
 * beside the SQL ceiling: the same statements straight to Postgres, prepared, on as many connections,
 * at the same number of clients, in the same run. Once with one line, once with twenty.
 */

const clients = 32;
const seconds = 10;
const articleCount = 200;
const recordings = 40;
const shoppersEach = 8_000;
/** Of two servers, ten each. */
const connectionsMax = 20;

const print = (text: string) => process.stdout.write(text);

type Call = ReturnType<typeof httpLoad>["call"];

/** Answers with a status other than 200 end the bench: a purchase that fails is not one. */
async function ask<T>(
  call: Call,
  base: string,
  procedure: string,
  input: unknown,
  { cookie }: MadeShopper,
): Promise<T> {
  const headers = { cookie, "idempotency-key": randomUUID() };
  const { status, body } = await call(base, procedure, input, headers);
  if (status !== 200) throw new Error(`${procedure} was answered ${status}: ${body}`);
  return (JSON.parse(body) as { result: { data: T } }).result.data;
}

async function purchase(
  call: Call,
  base: string,
  shopper: MadeShopper,
  variantIds: readonly VariantId[],
): Promise<void> {
  const lines = variantIds.map((variantId) => ({ variantId, quantity: 1 }));
  const bag = await ask<Bag>(call, base, "bag.put", { baseVersion: 1, lines }, shopper);
  const start = { bagVersion: bag.version, fulfilment: { method: "pickup" } };
  const checkout = await ask<Checkout>(call, base, "checkout.start", start, shopper);
  await ask(call, base, "checkout.place", placingInCash(checkout), shopper);
}

async function bench(stack: TestStack, lineCount: number, articles: readonly VariantId[]) {
  const shoppers = await makeShoppers(stack.db, 2 * shoppersEach, articles[0] as VariantId);
  const next = () => {
    const shopper = shoppers.pop();
    if (!shopper) throw new Error("More purchases than shoppers: raise shoppersEach.");
    return shopper;
  };
  let turn = 0;
  /** Other articles each time, so that purchases meet now and then, as they do in a shop. */
  const some = () => {
    turn += 7;
    return Array.from(
      { length: lineCount },
      (_, at) => articles[(turn + at) % articleCount] as VariantId,
    );
  };

  const { call, close } = httpLoad(clients);
  const base = (client: number) => stack.servers[client % 2]?.url ?? stack.url;
  const overHttp = await withCpu(stack, () =>
    load(clients, { seconds }, (client) => purchase(call, base(client), next(), some())),
  );
  close();

  const recorded = await recordSome(stack, () => ({ shopper: next(), articles: some() }));
  const any = () => recorded[Math.floor(Math.random() * recorded.length)] as RecordedPurchase;
  const { pool, close: closePool } = createClient({ url: stack.databaseUrl, connectionsMax });
  const ceiling = await withCpu(stack, () =>
    load(clients, { seconds }, () => replayPurchase(pool, any(), next())),
  );
  await closePool();

  const counts = Object.entries(any().steps).map(([step, all]) => `${step} ${all.length}`);
  print(loadLine(`${lineCount} lines: purchases through HTTP`, overHttp) + cpuLine(overHttp.cpu));
  print(loadLine(`${lineCount} lines: the SQL ceiling`, ceiling) + cpuLine(ceiling.cpu));
  print(
    `    statements, BEGIN and COMMIT included: ${counts.join(", ")}\n` +
      `    HTTP / ceiling ${(overHttp.perSecond / ceiling.perSecond).toFixed(2)}\n\n`,
  );
  return overHttp;
}

/** Several, of different articles: replaying one alone would make a hot spot of it. */
async function recordSome(
  stack: TestStack,
  make: () => { shopper: MadeShopper; articles: readonly VariantId[] },
): Promise<RecordedPurchase[]> {
  const recorded: RecordedPurchase[] = [];
  for (let at = 0; at < recordings; at++) {
    const { shopper, articles } = make();
    recorded.push(await recordPurchase(stack.databaseUrl, shopper, articles));
  }
  return recorded;
}

const stack = await startStack({ servers: 2, disposable: false });
try {
  const articles = await Promise.all(
    Array.from({ length: articleCount }, (_, at) =>
      makeVariant(stack.db, { sku: `ARTICLE-${at}`, stock: 1_000_000 }),
    ),
  );
  const variantIds = articles.map((article) => article.variantId);
  print(`${clients} clients, two servers, ${seconds} s each\n\n${loadHeading}`);
  const one = await bench(stack, 1, variantIds);
  const twenty = await bench(stack, 20, variantIds);
  print(`20 lines cost ${(one.perSecond / twenty.perSecond).toFixed(2)} times what one costs\n`);
} finally {
  await stack.stop();
}
