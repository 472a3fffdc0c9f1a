import { isTransient } from "@tuckshop/db/transient";
import { t } from "../trpc.ts";

const attemptsMax = 3;

/**
 * Runs the rest of the procedure in one READ COMMITTED transaction, handed on as `ctx.tx`. One that
 * failed for a passing reason has changed nothing and is tried again, at most three times in all.
 */
export const inTransaction = t.middleware(async ({ ctx: { db }, next }) => {
  for (let attempt = 1; ; attempt++) {
    try {
      return await db.transaction().execute(async (tx) => {
        const result = await next({ ctx: { tx } });
        if (!result.ok) throw result.error; // next() resolves on failure; only a throw rolls back
        return result;
      });
    } catch (error) {
      const cause = error instanceof Error && error.cause ? error.cause : error;
      if (attempt === attemptsMax || !isTransient(cause)) throw error;
      await pause(attempt);
    }
  }
});

/** Full jitter: callers that failed together do not come back together. */
const pause = (attempt: number) =>
  new Promise((resolve) => setTimeout(resolve, Math.random() * 100 * 2 ** attempt));
