import { t } from "../trpc.ts";
import type { Actor } from "../context.ts";

/** The device that asks, if it has been here before. A first look around leaves no trace in the database. */
export const knowDevice = t.middleware(async ({ ctx, next }) => {
  const principalId = await ctx.sessions.device.principalOf(ctx.cookies, ctx.setCookie);
  const device: Actor | null = principalId ? { kind: "guest", principalId } : null;
  return next({ ctx: { device } });
});

/** The device that asks; one that is new gets an identity and its cookie. */
export const requireDevice = t.middleware(async ({ ctx, next }) => {
  const principalId =
    (await ctx.sessions.device.principalOf(ctx.cookies, ctx.setCookie)) ??
    (await ctx.sessions.device.welcome(ctx.setCookie));
  const actor: Actor = { kind: "guest", principalId };
  return next({ ctx: { actor } });
});
