import { createTaskContext } from "@tuckshop/api/create-task-context";
import { createTaskList, splitTaskList } from "@tuckshop/api/task-list";
import { dropSupersededJobs } from "@tuckshop/db/atomic/drop-superseded-jobs";
import { beat, releaseDeadWorkersJobs, sayGoodbye } from "@tuckshop/db/atomic/worker-heartbeat";
import { createClient } from "@tuckshop/db/client";
import { pino } from "pino";
import { readEnv } from "./env.ts";
import { workQueue } from "./queue.ts";
import { startSchedule } from "./schedule.ts";

const beatSeconds = 5;
const mailHands = 2;

const env = readEnv();
const log = pino({ level: env.LOG_LEVEL, base: { app: "worker" } });
const { db, pool, close } = createClient({
  url: env.DATABASE_URL,
  connectionsMax: env.DATABASE_CONNECTIONS_MAX,
  prepares: env.DATABASE_PREPARED === "on",
  onIdleError: (err) => log.warn({ err }, "idle connection lost"),
});

const { mail, rest } = splitTaskList(createTaskList(createTaskContext(env, db, log)));
const queues = [
  workQueue({ pgPool: pool, taskList: rest, concurrency: env.WORKER_CONCURRENCY }, log),
  workQueue({ pgPool: pool, taskList: mail, concurrency: mailHands }, log),
];
const workerIds = () => queues.flatMap((queue) => queue.workerIds());

/** Shows that we live, and looks after the jobs of those that do not. */
async function keepAlive(): Promise<void> {
  try {
    await beat(db, workerIds());
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
    const ids = workerIds();
    await Promise.all(queues.map((queue) => queue.stop()));
    await sayGoodbye(db, ids);
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

await Promise.all(queues.map((queue) => queue.working));
await keepAlive();
heart = setInterval(() => void keepAlive(), beatSeconds * 1_000);
stopSchedule = startSchedule(db, log);
log.info({ concurrency: env.WORKER_CONCURRENCY }, "working");
process.send?.({ working: true });
