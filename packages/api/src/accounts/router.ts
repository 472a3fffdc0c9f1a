import { SignedIn, SignIn, StaffMember } from "@tuckshop/contracts/staff";
import * as z from "zod/mini";
import { publicProcedure, staffQuery } from "../procedures.ts";
import { t } from "../trpc.ts";
import { signIn } from "./sign-in.ts";

export const staffSessionRouter = t.router({
  signIn: publicProcedure
    .input(SignIn)
    .output(SignedIn)
    .mutation(({ ctx, input }) => signIn(ctx, input)),
  current: staffQuery("orders.read")
    .output(StaffMember)
    .query(({ ctx }) => ctx.actor.staff),
  signOut: publicProcedure.output(z.object({})).mutation(async ({ ctx }) => {
    await ctx.sessions.staff.end(ctx.cookies, ctx.bearerToken, ctx.setCookie);
    return {};
  }),
});
