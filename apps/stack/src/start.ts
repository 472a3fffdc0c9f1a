import { buildApps } from "./build-apps.ts";
import { busyPorts } from "./busy-ports.ts";
import { dataDirectory } from "./data-directory.ts";
import { readEnv } from "./env.ts";
import { watchLaunchers } from "./launchers.ts";
import { startShop, type RunningShop } from "./running-shop.ts";
import { printedStep } from "./step.ts";

const print = (text: string) => process.stdout.write(`${text}\n`);

function fail(error: unknown): never {
  process.stderr.write(`\n${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}

async function main(): Promise<void> {
  const started = performance.now();
  const env = readEnv();
  const directory = await dataDirectory(env.TUCKSHOP_DATA);
  const busy = await busyPorts({
    PORT: env.PORT,
    ...(env.DATABASE_URL ? {} : { POSTGRES_PORT: env.POSTGRES_PORT }),
    ...(env.STRIPE_SECRET_KEY ? {} : { STRIPE_SIMULATOR_PORT: env.STRIPE_SIMULATOR_PORT }),
    ...(env.REDIS_URL ? {} : { REDIS_PORT: env.REDIS_PORT }),
    ...(env.S3_ENDPOINT ? {} : { OBJECT_STORE_PORT: env.OBJECT_STORE_PORT }),
  });
  if (busy.length > 0) fail(busy.join("\n"));

  print("\nTuckshop\n");
  const shop = await startShop({
    directory,
    env,
    ports: {
      shop: env.PORT,
      postgres: env.POSTGRES_PORT,
      stripe: env.STRIPE_SIMULATOR_PORT,
      objects: env.OBJECT_STORE_PORT,
      redis: env.REDIS_PORT,
    },
    step: printedStep,
    build: buildApps,
  });
  stopWithUs(shop);
  announce(shop, (performance.now() - started) / 1_000);
}

function announce({ url, simulator, owner }: RunningShop, seconds: number): void {
  print(`\nReady in ${seconds.toFixed(1)} s. Ctrl-C stops everything; the data stays.\n`);
  print(`  Storefront  ${url}`);
  print(`  Admin       ${url}/admin/`);
  print(`              ${owner.email}  ${owner.password}`);
  if (simulator)
    print(`  Payments    ${simulator.url}  (a simulator: card 4242 4242 4242 4242 pays)`);
  print("");
}

/** A signal, a launcher that died, or a part that ended by itself: everything stops, once, in order. */
function stopWithUs(shop: RunningShop): void {
  let stopping = false;
  const stop = (code: number) => {
    if (stopping) return;
    stopping = true;
    void shop.stop().then(() => process.exit(code), fail);
  };
  process.on("SIGINT", () => stop(0));
  process.on("SIGTERM", () => stop(0));
  process.on("SIGHUP", () => stop(0));
  watchLaunchers(() => stop(1));
  for (const app of [...shop.servers, ...shop.workers]) {
    void app.stopped.then((code) => {
      if (!stopping) process.stderr.write(`The ${app.name} ended with code ${code}.\n`);
      stop(1);
    });
  }
}

await main().catch(fail);
