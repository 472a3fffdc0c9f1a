import path from "node:path";
import { startObjectStore } from "@tuckshop/dev-env/object-store/start-object-store";
import { startPostgres, type Postgres } from "@tuckshop/dev-env/postgres/start-postgres";
import { startRedis, type RedisServer } from "@tuckshop/dev-env/redis/start-redis";
import {
  startStripeSimulator,
  type StripeSimulator,
} from "@tuckshop/dev-env/stripe/start-stripe-simulator";
import { searchPath } from "./env.ts";
import type { KeptSecrets } from "./kept-secrets.ts";
import type { ShopOptions } from "./shop-options.ts";

export type Stoppable = { stop: () => Promise<void> };

export type Services = {
  databaseUrl: string;
  /** Undefined when a variable takes its place; Redis also where the machine has none. */
  postgres: Postgres | undefined;
  redis: RedisServer | undefined;
  /** Undefined when the shop uses Stripe itself. */
  simulator: StripeSimulator | undefined;
  /** The variables that tell an app where its services are. */
  env: Record<string, string>;
  running: Stoppable[];
};

/** Starts each embedded part that no variable replaces. */
export async function startServices(
  options: ShopOptions,
  secrets: KeptSecrets,
  publicUrl: string,
): Promise<Services> {
  const { directory, env, ports, step } = options;
  const running: Stoppable[] = [];
  let databaseUrl = env.DATABASE_URL;
  let postgres: Postgres | undefined;
  if (!databaseUrl) {
    postgres = await step("Postgres 17", () =>
      startPostgres({
        directory: path.join(directory, "postgres"),
        port: ports.postgres,
        disposable: options.disposable ?? false,
      }),
    );
    running.push(postgres);
    databaseUrl = postgres.databaseUrl("tuckshop");
  }
  if (!env.S3_ENDPOINT) {
    running.push(await step("Object store", () => embeddedStore(options, secrets, publicUrl)));
  }
  const redis = env.REDIS_URL ? undefined : await embeddedRedis(options, running);
  const redisUrl = env.REDIS_URL ?? redis?.url;
  const webhookSecret = env.STRIPE_WEBHOOK_SECRET ?? secrets.webhookSecret;
  const secretKey = env.STRIPE_SECRET_KEY ?? secrets.stripeSecretKey;
  let simulator: StripeSimulator | undefined;
  if (!env.STRIPE_SECRET_KEY) {
    simulator = await step("Payment simulator", () =>
      startStripeSimulator({
        port: ports.stripe,
        secretKey,
        webhook: { url: `http://127.0.0.1:${ports.shop}/webhooks/stripe`, secret: webhookSecret },
        stateFile: path.join(directory, "stripe.jsonl"),
      }),
    );
    running.push(simulator);
  }
  return {
    databaseUrl,
    postgres,
    redis,
    simulator,
    running,
    env: {
      DATABASE_URL: databaseUrl,
      STRIPE_SECRET_KEY: secretKey,
      STRIPE_WEBHOOK_SECRET: webhookSecret,
      ...(redisUrl ? { REDIS_URL: redisUrl } : {}),
      ...(simulator ? { STRIPE_API_URL: simulator.url } : {}),
    },
  };
}

async function embeddedRedis(
  { ports, step }: ShopOptions,
  running: Stoppable[],
): Promise<RedisServer | undefined> {
  const search = searchPath();
  const redis = await step("Redis, where there is one", () =>
    startRedis({ port: ports.redis, searchPath: search }),
  );
  if (redis) running.push(redis);
  return redis;
}

const embeddedStore = (
  { directory, ports }: ShopOptions,
  secrets: KeptSecrets,
  publicUrl: string,
) =>
  startObjectStore({
    port: ports.objects,
    accessKeyId: secrets.objectStoreKeyId,
    secretAccessKey: secrets.objectStoreSecret,
    buckets: ["tuckshop"],
    directory: path.join(directory, "objects"),
    allowedOrigins: [publicUrl],
  });
