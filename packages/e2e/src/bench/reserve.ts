import { mkdtemp, chmod, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { CounterId, newId } from "@tuckshop/contracts/ids";
import { createClient, type Client } from "@tuckshop/db/client";
import { migrate } from "@tuckshop/db/migrate";
import { startPostgres } from "@tuckshop/dev-env/postgres/start-postgres";
import { load, type Load } from "./load.ts";
import { waysOfReserving, type Reserve } from "./ways-of-reserving.ts";

/**
 * S28: three ways of taking one of a scarce thing, under the same load in the same run. Throughput
 * and p99 with plenty of stock, on one hot counter and spread over many; then how many of 500 pieces
 * each way sells. The unsafe way must oversell, or the bench is blind.
 */

const clients = 32;
const seconds = 5;
const spreadOver = 200;
const scarcePieces = 500;

async function makeCounters({ pool }: Client, count: number, capacity: number): Promise<string[]> {
  const ids = Array.from({ length: count }, () => newId(CounterId));
  await pool.query(
    "insert into counter (id, kind, capacity) select unnest($1::text[]), 'stock', $2::bigint",
    [ids, capacity],
  );
  return ids;
}

const loadOn = ({ pool }: Client, reserve: Reserve, ids: readonly string[]): Promise<Load> =>
  load(clients, { seconds }, () =>
    reserve(pool, ids[Math.floor(Math.random() * ids.length)] ?? ""),
  );

/** How many buyers were told that they have one of the scarce pieces. */
async function sell({ pool }: Client, reserve: Reserve, id: string): Promise<number> {
  let sold = 0;
  const client = async () => {
    for (let refusals = 0; refusals < 3;) {
      if (await reserve(pool, id)) sold += 1;
      else refusals += 1;
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  return sold;
}

async function bench(client: Client): Promise<void> {
  const plenty = 1_000_000_000;
  const [hot = ""] = await makeCounters(client, 1, plenty);
  const spread = await makeCounters(client, spreadOver, plenty);
  let unsafeOversold = 0;
  process.stdout.write(
    `${clients} clients, ${seconds} s each; ${scarcePieces} scarce pieces\n\n` +
      `${"way".padEnd(22)}${"hot/s".padStart(9)}${"p99 ms".padStart(9)}` +
      `${"spread/s".padStart(10)}${"p99 ms".padStart(9)}${"sold".padStart(7)}${"oversold".padStart(10)}\n`,
  );
  for (const [name, reserve] of Object.entries(waysOfReserving)) {
    const onHot = await loadOn(client, reserve, [hot]);
    const onSpread = await loadOn(client, reserve, spread);
    const [scarce = ""] = await makeCounters(client, 1, scarcePieces);
    const sold = await sell(client, reserve, scarce);
    const oversold = Math.max(0, sold - scarcePieces);
    if (name === "read, then write") unsafeOversold = oversold;
    else if (oversold > 0) process.exitCode = 1;
    process.stdout.write(
      `${name.padEnd(22)}${onHot.perSecond.toFixed(0).padStart(9)}${onHot.p99Ms.toFixed(1).padStart(9)}` +
        `${onSpread.perSecond.toFixed(0).padStart(10)}${onSpread.p99Ms.toFixed(1).padStart(9)}` +
        `${String(sold).padStart(7)}${String(oversold).padStart(10)}\n`,
    );
  }
  if (unsafeOversold === 0) {
    process.stderr.write("The unsafe way did not oversell: this bench sees nothing.\n");
    process.exitCode = 1;
  }
}

const directory = await mkdtemp(path.join(tmpdir(), "tuckshop-bench-"));
await chmod(directory, 0o711);
const postgres = await startPostgres({ directory });
try {
  const url = postgres.databaseUrl("bench");
  await migrate(url);
  const client = createClient({ url, connectionsMax: clients });
  await bench(client);
  await client.close();
} finally {
  await postgres.stop();
  await rm(directory, { recursive: true, force: true });
}
