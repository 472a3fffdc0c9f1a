import { fileURLToPath } from "node:url";
import { createSessions } from "@tuckshop/api/accounts/sessions";
import { createTaskContext } from "@tuckshop/api/create-task-context";
import { createPostgresEvents } from "@tuckshop/api/events/postgres-events";
import { connectRedis } from "@tuckshop/api/limits/connect-redis";
import { createLimits } from "@tuckshop/api/limits/create-limits";
import { createClient } from "@tuckshop/db/client";
import { createHotCounters } from "@tuckshop/db/hot-counters";
import { pino } from "pino";
import { readEnv } from "./env.ts";
import { createServerState, startHttpServer } from "./http-server.ts";
import { createApp } from "./http.ts";

const drainSeconds = 10;

const env = readEnv();
const log = pino({ level: env.LOG_LEVEL, base: { app: "server" } });
const database = {
  url: env.DATABASE_URL,
  prepares: env.DATABASE_PREPARED === "on",
  onIdleError: (err: Error) => log.warn({ err }, "idle connection lost"),
};
const client = createClient({ ...database, connectionsMax: env.DATABASE_CONNECTIONS_MAX });
const hotCounters = createHotCounters(database);
const events = createPostgresEvents({ url: env.DATABASE_EVENTS_URL ?? env.DATABASE_URL, log });
const redis = env.REDIS_URL ? connectRedis(env.REDIS_URL, log) : undefined;
const built = (app: string) => fileURLToPath(new URL(`../../${app}/dist`, import.meta.url));
const state = createServerState();
const app = createApp({
  state,
  services: {
    db: client.db,
    sessions: createSessions(client.db, { secure: env.PUBLIC_URL.startsWith("https:") }),
    hotCounters,
    limits: createLimits(redis),
    events,
    tasks: createTaskContext(env, client.db, log),
  },
  log,
  webhookSecrets: env.STRIPE_WEBHOOK_SECRET,
  storefront: built("storefront"),
  admin: built("admin"),
});

const server = startHttpServer(app, {
  hostname: env.HOST,
  port: env.PORT,
  connectionsMax: env.HTTP_CONNECTIONS_MAX,
  state,
  onListening: (port) => {
    log.info({ port }, "listening");
    process.send?.({ listening: port });
  },
});

const closeDatabase = () => Promise.all([client.close(), hotCounters.close()]);
let stopping = false;

/** Says so, and a balancer that looks at /readyz in time sends nobody here any more. */
function stop(): void {
  if (stopping) return;
  stopping = true;
  state.draining = true;
  setTimeout(drain, env.SHUTDOWN_NOTICE_SECONDS * 1_000);
}

/** Takes no new work, finishes what it has, and goes. */
function drain(): void {
  setTimeout(() => process.exit(1), drainSeconds * 1_000).unref();
  redis?.disconnect();
  void events.close(); // whose streams would hold the server open
  server.close(() => void closeDatabase().then(() => process.exit(0)));
  server.closeIdleConnections();
}

process.once("SIGTERM", stop);
process.once("SIGINT", stop);
// Started by another process of ours: when that one is gone, however it went, so are we.
process.once("disconnect", stop);
