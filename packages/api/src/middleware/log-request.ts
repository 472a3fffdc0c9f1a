import { ShopError } from "@tuckshop/contracts/errors";
import { t } from "../trpc.ts";

/** One line a call: what, how it ended, how long it took. Never its input. */
export const logRequest = t.middleware(async ({ ctx, path, type, next }) => {
  const start = performance.now();
  const result = await next();
  const cause = result.ok ? undefined : result.error.cause;
  ctx.log.info(
    {
      requestId: ctx.requestId,
      path,
      type,
      outcome: result.ok
        ? "ok"
        : cause instanceof ShopError
          ? cause.refusal.code
          : result.error.code,
      ms: Math.round((performance.now() - start) * 10) / 10,
    },
    "call",
  );
  return result;
});
