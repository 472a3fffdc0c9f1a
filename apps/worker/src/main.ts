import { createTaskContext } from "@tuckshop/api/create-task-context";
import { createTaskList } from "@tuckshop/api/task-list";
import { dropSupersededJobs } from "@tuckshop/db/atomic/drop-superseded-jobs";
import { beat, releaseDeadWorkersJobs, sayGoodbye } from "@tuckshop/db/atomic/worker-heartbeat";
import { createClient } from "@tuckshop/db/client";
import { pino } from "pino";
import { readEnv } from "./env.ts";
import { workQueue } from "./queue.ts";
import { startSchedule } from "./schedule.ts";

const beatSeconds = 5;

const env = readEnv();
const log = pino({ level: env.LOG_LEVEL, base: { app: "worker" } });
const { db, pool, close } = createClient({
  url: env.DATABASE_URL,
  connectionsMax: env.DATABASE_CONNECTIONS_MAX,
  prepares: env.DATABASE_PREPARED === "on",
  onIdleError: (err) => log.warn({ err }, "idle connection lost"),
});

const queue = workQueue(
  {
    pgPool: pool,
    taskList: createTaskList(createTaskContext(env, db, log)),
    concurrency: env.WORKER_CONCURRENCY,
  },
  log,
);

/** Shows that we live, and looks after the jobs of those that do not. */
async function keepAlive(): Promise<void> {
  try {
    await beat(db, queue.workerIds());
    const dead = await releaseDeadWorkersJobs(db);
    if (dead > 0) log.warn({ workers: dead }, "released the jobs of dead workers");
    await dropSupersededJobs(db);
  } catch (err) {
    log.warn({ err }, "no heartbeat");
  }
}

let heart: NodeJS.Timeout | undefined;
let stopSchedule = () => {};
let stopping = false;

/** Takes no new job, finishes those it has, and goes. */
async function stop(): Promise<void> {
  if (stopping) return;
  stopping = true;
  clearInterval(heart);
  stopSchedule();
  try {
    const workerIds = queue.workerIds();
    await queue.stop();
    await sayGoodbye(db, workerIds);
    await close();
  } catch (err) {
    // The database went first; whoever works next finds our jobs by our silence.
    log.warn({ err }, "stopped without a goodbye");
  }
  process.exit(0);
}

process.once("SIGTERM", () => void stop());
process.once("SIGINT", () => void stop());
// Started by another process of ours: when that one is gone, however it went, so are we.
process.once("disconnect", () => void stop());

await queue.working;
await keepAlive();
heart = setInterval(() => void keepAlive(), beatSeconds * 1_000);
stopSchedule = startSchedule(db, log);
log.info({ concurrency: env.WORKER_CONCURRENCY }, "working");
process.send?.({ working: true });
