import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Sku, VariantId } from "@tuckshop/contracts/ids";
import { createClient, type Client } from "@tuckshop/db/client";
import { makeVariant } from "@tuckshop/db/testing/factories";
import { freePort } from "@tuckshop/dev-env/free-port";
import type { Postgres } from "@tuckshop/dev-env/postgres/start-postgres";
import type { StripeSimulator } from "@tuckshop/dev-env/stripe/start-stripe-simulator";
import { startShop, type RunningShop } from "@tuckshop/stack/running-shop";
import { silentStep } from "@tuckshop/stack/step";
import { keepRunning, type Fleet } from "./fleet.ts";

export type Good = { sku: Sku; variantId: VariantId; counterId: string };

/** What the shoppers want: one thing that everybody wants, a few of which there is never enough, and plenty. */
export type Goods = { hot: Good; scarce: readonly Good[]; plenty: readonly Good[] };

export type ProvingShop = {
  serverUrls: readonly string[];
  owner: RunningShop["owner"];
  simulator: StripeSimulator;
  postgres: Postgres;
  /** Replaced by those who kill it. */
  redis: RunningShop["redis"];
  /** The driver's own way into the database: to strike it, and to judge it. */
  client: Client;
  databaseUrl: string;
  fleet: Fleet;
  goods: Goods;
  stop: () => Promise<void>;
};

/**
 * A shop for one proof: two servers, two workers, and a Postgres that waits for its disk, since what
 * it acknowledged must outlive it. A hold lasts a minute, so that abandoned ones end while we look.
 */
export async function openProvingShop(): Promise<ProvingShop> {
  const directory = await mkdtemp(path.join(tmpdir(), "tuckshop-prove-"));
  const forget = () => rm(directory, { recursive: true, force: true, maxRetries: 5 });
  try {
    const running = await startIn(directory);
    if (!running.simulator || !running.postgres)
      throw new Error("A proof needs a shop of its own.");
    running.workers.push(await running.addWorker());
    const client = createClient({ url: running.databaseUrl, connectionsMax: 4 });
    const goods = await stockUp(client);
    const fleet = keepRunning(running, directory);
    const shop: ProvingShop = {
      serverUrls: running.servers.map(({ url }) => url),
      owner: running.owner,
      simulator: running.simulator,
      postgres: running.postgres,
      redis: running.redis,
      databaseUrl: running.databaseUrl,
      client,
      fleet,
      goods,
      stop: async () => {
        await fleet.stop();
        await client.close();
        await shop.redis?.stop(); // perhaps not the one that it started with
        await running.stop();
        await forget();
      },
    };
    return shop;
  } catch (error) {
    await forget();
    throw error;
  }
}

async function startIn(directory: string): Promise<RunningShop> {
  await chmod(directory, 0o711); // as root, Postgres runs under another account and must pass through
  const ports = await Promise.all(Array.from({ length: 6 }, freePort));
  const [shop = 0, second = 0, postgres = 0, stripe = 0, objects = 0, redis = 0] = ports;
  return await startShop({
    directory,
    env: {
      PORT: shop,
      POSTGRES_PORT: postgres,
      STRIPE_SIMULATOR_PORT: stripe,
      OBJECT_STORE_PORT: objects,
      REDIS_PORT: redis,
      LOG_LEVEL: "silent",
    },
    ports: { shop, postgres, stripe, objects, redis },
    moreServerPorts: [second],
    step: silentStep,
    build: async () => {},
  });
}

async function stockUp({ db, pool }: Client): Promise<Goods> {
  await pool.query("update shop set hold_minutes = 1");
  const make = async (sku: string, stock: number) => await makeVariant(db, { sku, stock });
  const many = async (name: string, count: number, stock: number) => {
    const goods: Good[] = [];
    for (let at = 1; at <= count; at++) goods.push(await make(`${name}-${at}`, stock));
    return goods;
  };
  return {
    hot: await make("PROVE-HOT", 100_000),
    scarce: await many("PROVE-SCARCE", 3, 4),
    plenty: await many("PROVE-PLENTY", 12, 100_000),
  };
}
