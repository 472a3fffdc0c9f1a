import { ShopError } from "@tuckshop/contracts/errors";
import { claimKey, recordReply } from "@tuckshop/db/atomic/idempotency-key";
import type { Tx } from "@tuckshop/db/schema";
import { initTRPC } from "@trpc/server";
import type { Actor, Context } from "../context.ts";
import { fingerprint } from "./fingerprint.ts";

const t = initTRPC.context<Context & { tx: Tx; actor: Actor }>().create();

/**
 * Makes a mutation safe to repeat under its Idempotency-Key.
 *
 * The first call runs, and its reply is recorded in the same transaction as its effects. A repeat
 * with equal input is answered from that record; a repeat with other input is refused. A call that
 * fails rolls its claim back with everything else, so its key is free to try again.
 *
 * Keys belong to a principal: two shoppers may use the same one. Needs `inTransaction` and an actor
 * before it, which the compiler checks.
 */
export const idempotent = t.procedure.use(async ({ ctx, path, getRawInput, next }) => {
  const { tx, actor } = ctx;
  const claim = {
    principalId: actor.principalId,
    key: keyOf(ctx),
    op: path,
    fingerprint: fingerprint(path, await getRawInput()),
  };

  const earlier = await claimKey(tx, claim);
  if (earlier) {
    ctx.setHeader("idempotency-replayed", "true");
    return replay(earlier.reply);
  }

  const result = await next({ ctx: { cause: `${claim.principalId} ${claim.key}` } });
  if (result.ok) await recordReply(tx, claim, result.data);
  return result;
});

// tRPC has no public way to answer in the resolver's stead (trpc/trpc#4066). Only this line knows the shape.
const replay = (data: unknown) => ({ ok: true, data, marker: "middlewareMarker" }) as never;

/** Bare or quoted as RFC 8941 has it; 16 to 255 of the characters that no proxy touches. */
const keyFormat = /^(?:"([A-Za-z0-9._:-]{16,255})"|([A-Za-z0-9._:-]{16,255}))$/;

function keyOf({ idempotencyKey, callCount }: Context): string {
  if (idempotencyKey === null) throw new ShopError({ code: "IDEMPOTENCY_KEY_REQUIRED" });
  if (callCount > 1) {
    throw new ShopError({
      code: "IDEMPOTENCY_KEY_INVALID",
      reason: "it names one call, and this batch has several",
    });
  }
  const match = keyFormat.exec(idempotencyKey);
  const key = match?.[1] ?? match?.[2];
  if (!key) {
    throw new ShopError({
      code: "IDEMPOTENCY_KEY_INVALID",
      reason: "it takes 16 to 255 letters, digits, dots, colons, dashes and underscores",
    });
  }
  return key;
}
