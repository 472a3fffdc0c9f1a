import { setTimeout as sleep } from "node:timers/promises";
import {
  Logger as QueueLogger,
  run,
  type Runner,
  type RunnerOptions,
  type WorkerEvents,
} from "graphile-worker";
import { EventEmitter } from "node:events";
import type { Logger } from "pino";

export type Queue = {
  /** Resolves when it works for the first time. */
  working: Promise<void>;
  /** Of the workers of this process that live. */
  workerIds: () => string[];
  /** Takes no new job and finishes those it has. */
  stop: () => Promise<void>;
};

export type QueueOptions = Pick<RunnerOptions, "pgPool" | "taskList" | "concurrency">;

const pauseMs = 500;

/**
 * Works the queue until it is stopped. The library gives up when it cannot record how a job ended,
 * as while the database is away; the queue is then taken up again under new workers, and the jobs of
 * the old ones are released by their silence.
 */
export function workQueue(options: QueueOptions, log: Logger): Queue {
  const workerIds = new Set<string>();
  let runner: Runner | undefined;
  const stop = new AbortController();

  async function workOnce(onWorking: () => void): Promise<void> {
    try {
      runner = await run({
        ...options,
        pollInterval: 1_000,
        noHandleSignals: true,
        events: eventsTo(workerIds, log),
        // Unbatched, a job whose end could not be recorded is a rejection that nobody can handle.
        preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
        logger: new QueueLogger(() => (level, message) => {
          if (/^(error|warning)$/.test(level)) log.warn({ queue: level }, message);
        }),
      });
      onWorking();
      await runner.promise;
    } catch (err) {
      log.warn({ err }, "the queue was lost");
    } finally {
      runner = undefined;
      workerIds.clear();
    }
  }

  let ended: Promise<void> = Promise.resolve();
  const working = new Promise<void>((onWorking) => {
    ended = (async () => {
      while (!stop.signal.aborted) {
        await workOnce(onWorking);
        if (!stop.signal.aborted) await sleep(pauseMs);
      }
    })();
  });
  return {
    working,
    workerIds: () => [...workerIds],
    stop: async () => {
      stop.abort();
      await runner?.stop();
      await ended;
    },
  };
}

function eventsTo(workerIds: Set<string>, log: Logger): WorkerEvents {
  const events: WorkerEvents = new EventEmitter();
  events.on("worker:create", ({ worker }) => workerIds.add(worker.workerId));
  events.on("job:error", ({ job, error }) => {
    log.warn({ err: error, topic: job.task_identifier, attempt: job.attempts }, "job failed");
  });
  return events;
}
