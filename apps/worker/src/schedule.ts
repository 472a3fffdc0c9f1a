import type { Topic } from "@tuckshop/contracts/topics";
import { enqueue } from "@tuckshop/db/atomic/enqueue";
import type { Db } from "@tuckshop/db/schema";
import type { Logger } from "pino";

type SweepTopic = Extract<Topic, `${string}.sweep` | "key.reap">;

const everySeconds: Record<SweepTopic, number> = {
  "checkout.sweep": 10,
  "payment.sweep": 20,
  "webhook.sweep": 20,
  "provider.sweep": 300,
  "request.sweep": 30,
  "key.reap": 600,
};

/**
 * Enqueues each sweep in its rhythm. All workers do so; a job's key makes one of what they enqueue
 * at the same time, and a sweep that runs twice changes nothing the second time.
 */
export function startSchedule(db: Db, log: Logger): () => void {
  const timers = Object.entries(everySeconds).map(([topic, seconds]) => {
    const run = () =>
      db
        .transaction()
        .execute((tx) => enqueue(tx, topic as SweepTopic, {}))
        .catch((err: unknown) => log.warn({ err, topic }, "sweep not enqueued"));
    return setInterval(() => void run(), seconds * 1_000);
  });
  return () => timers.forEach((timer) => clearInterval(timer));
}
