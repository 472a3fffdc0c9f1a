import { t } from "../trpc.ts";

/**
 * Hands on `ctx.claims`, the way to scarce things. Stands outside the transaction: what was granted
 * to a command that then fails has been committed, and is given back here. If that fails too, the
 * grant runs out by itself within the minute.
 */
export const claiming = t.middleware(async ({ ctx, next }) => {
  const claims = ctx.hotCounters.forCommand();
  const result = await next({ ctx: { claims } });
  if (!result.ok) {
    await claims.giveBack().catch((err: unknown) => ctx.log.warn({ err }, "grants not given back"));
  }
  return result;
});
