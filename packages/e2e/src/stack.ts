import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { createClient, type Client } from "@tuckshop/db/client";
import { freePort } from "@tuckshop/dev-env/free-port";
import type { StripeSimulator } from "@tuckshop/dev-env/stripe/start-stripe-simulator";
import { startShop, type RunningShop } from "@tuckshop/stack/running-shop";
import { silentStep } from "@tuckshop/stack/step";

export type TestStack = Omit<RunningShop, "simulator"> & { simulator: StripeSimulator } & Pick<
    Client,
    "db" | "pool"
  >;

/**
 * A whole shop for one test file: real processes from the built apps, on free ports, with the demo
 * catalogue. The apps must be built; `pnpm test` does so first.
 */
export async function startStack({ servers = 1, disposable = true } = {}): Promise<TestStack> {
  const directory = await mkdtemp(path.join(tmpdir(), "tuckshop-e2e-"));
  await chmod(directory, 0o711); // as root, Postgres runs under another account and must pass through
  const ports = await Promise.all(Array.from({ length: 5 + servers - 1 }, freePort));
  const [shop = 0, postgres = 0, stripe = 0, objects = 0, redis = 0, ...moreServerPorts] = ports;
  const running = await startShop({
    directory,
    env: {
      PORT: shop,
      POSTGRES_PORT: postgres,
      STRIPE_SIMULATOR_PORT: stripe,
      OBJECT_STORE_PORT: objects,
      REDIS_PORT: redis,
      LOG_LEVEL: "error",
    },
    ports: { shop, postgres, stripe, objects, redis },
    moreServerPorts,
    disposable,
    step: silentStep,
    build: async () => {},
  });
  if (!running.simulator) throw new Error("The test shop has no payment simulator.");
  const { db, pool, close } = createClient({ url: running.databaseUrl });
  return {
    ...running,
    simulator: running.simulator,
    db,
    pool,
    stop: async () => {
      await close();
      await running.stop();
      await rm(directory, { recursive: true, force: true });
    },
  };
}
