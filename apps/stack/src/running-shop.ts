import path from "node:path";
import { openDemoShop } from "@tuckshop/api/accounts/open-demo-shop";
import { createClient } from "@tuckshop/db/client";
import { migrate } from "@tuckshop/db/migrate";
import { startApp, type AppProcess } from "./app-process.ts";
import { keptSecrets } from "./kept-secrets.ts";
import { startServices, type Services, type Stoppable } from "./services.ts";
import type { ShopOptions } from "./shop-options.ts";

export type RunningShop = Pick<Services, "databaseUrl" | "postgres" | "redis" | "simulator"> & {
  url: string;
  owner: { email: string; password: string };
  servers: (AppProcess & { url: string })[];
  workers: AppProcess[];
  /** What one more app needs to be told; a server its PORT besides. */
  appEnv: Record<string, string>;
  /** One more worker, as a shop that grows would start it. */
  addWorker: () => Promise<AppProcess>;
  stop: () => Promise<void>;
};

const ownerEmail = "owner@tuckshop.example";

/** Brings a whole shop up, part by part; if one fails, those before it are stopped again. */
export async function startShop(options: ShopOptions): Promise<RunningShop> {
  const { directory, env, ports, step } = options;
  const secrets = await keptSecrets(directory);
  const url = env.PUBLIC_URL ?? `http://localhost:${ports.shop}`;
  const started: Stoppable[] = [];
  const stop = async () => {
    for (const part of started.splice(0).toReversed()) await part.stop();
  };
  try {
    const services = await startServices(options, secrets, url);
    started.push(...services.running);
    await step("Database schema", () => migrate(services.databaseUrl));
    await step("Demo shop, when empty", () => fill(services.databaseUrl, secrets.ownerPassword));
    await step("Apps, when stale", options.build);
    const appEnv = appEnvironment(options, services, url, secrets.linkSecret);
    const servers = await step("Server", () => startServers(options, appEnv, started));
    const addWorker = async () => {
      const worker = await startApp("worker", appEnv);
      started.push(worker);
      return worker;
    };
    const workers = [await step("Worker", addWorker)];
    return {
      url,
      databaseUrl: services.databaseUrl,
      postgres: services.postgres,
      redis: services.redis,
      simulator: services.simulator,
      owner: { email: ownerEmail, password: secrets.ownerPassword },
      servers,
      workers,
      appEnv,
      addWorker,
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function startServers(
  { ports, moreServerPorts = [] }: ShopOptions,
  appEnv: Record<string, string>,
  started: Stoppable[],
) {
  const servers: RunningShop["servers"] = [];
  for (const port of [ports.shop, ...moreServerPorts]) {
    const app = await startApp("server", { ...appEnv, PORT: String(port) });
    started.push(app);
    servers.push({ ...app, url: `http://127.0.0.1:${port}` });
  }
  return servers;
}

async function fill(databaseUrl: string, ownerPassword: string): Promise<void> {
  const { db, close } = createClient({ url: databaseUrl, connectionsMax: 2 });
  try {
    await openDemoShop(db, { email: ownerEmail, password: ownerPassword });
  } finally {
    await close();
  }
}

const appEnvironment = (
  { directory, env }: ShopOptions,
  services: Services,
  url: string,
  linkSecret: string,
): Record<string, string> => ({
  ...services.env,
  PUBLIC_URL: url,
  LINK_SECRET: linkSecret,
  LOG_LEVEL: env.LOG_LEVEL,
  MAIL_DIRECTORY: path.join(directory, "mail"),
  ...(env.SMTP_URL ? { SMTP_URL: env.SMTP_URL } : {}),
  ...(env.MAIL_FROM ? { MAIL_FROM: env.MAIL_FROM } : {}),
});
