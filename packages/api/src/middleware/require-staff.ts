import { ShopError } from "@tuckshop/contracts/errors";
import { permits, type Permission } from "../accounts/permissions.ts";
import type { Actor } from "../context.ts";
import { t } from "../trpc.ts";

/** A person on the staff whose role has this permission. The role is read from the database each time. */
export const requireStaff = (permission: Permission) =>
  t.middleware(async ({ ctx, next }) => {
    const staff = await ctx.sessions.staff.memberOf(ctx.cookies, ctx.bearerToken);
    if (!staff) throw new ShopError({ code: "SIGN_IN_REQUIRED" });
    if (!permits(staff.role, permission)) throw new ShopError({ code: "FORBIDDEN" });
    const actor: Actor & { kind: "staff" } = { kind: "staff", principalId: staff.id, staff };
    return next({ ctx: { actor } });
  });
