import { setTimeout as sleep } from "node:timers/promises";
import { isTransient } from "@tuckshop/db/transient";

const patienceMs = 30_000;
const pauseMs = 500;

/** A look at a database that may just be coming back, or be too busy to answer: again, for half a minute. */
export async function look<T>(ask: () => Promise<T>): Promise<T> {
  const until = performance.now() + patienceMs;
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      const cause = error instanceof Error && error.cause ? error.cause : error;
      if (!isTransient(cause) || performance.now() > until) throw error;
      await sleep(pauseMs);
    }
  }
}
