import { ShopError } from "@tuckshop/contracts/errors";
import type { PrincipalId } from "@tuckshop/contracts/ids";
import { initTRPC } from "@trpc/server";
import type { Actor, Context } from "../context.ts";

const t = initTRPC.context<Context & { actor: Actor }>().create();

const inFlightMax = 20;
const inFlight = new Map<PrincipalId, number>();

/** At most twenty changes of one principal at a time in this process: one of them cannot fill the pool. */
export const limitInFlight = t.procedure.use(async ({ ctx: { actor }, next }) => {
  const { principalId } = actor;
  const others = inFlight.get(principalId) ?? 0;
  if (others >= inFlightMax) {
    throw new ShopError({ code: "TOO_MANY_REQUESTS", retryAfterSeconds: 1 });
  }
  inFlight.set(principalId, others + 1);
  try {
    return await next();
  } finally {
    const left = (inFlight.get(principalId) ?? 1) - 1;
    if (left === 0) inFlight.delete(principalId);
    else inFlight.set(principalId, left);
  }
});
