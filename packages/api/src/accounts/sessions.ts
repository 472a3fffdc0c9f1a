import { PrincipalId, newId } from "@tuckshop/contracts/ids";
import type { StaffMember } from "@tuckshop/contracts/staff";
import type { Db } from "@tuckshop/db/schema";
import { Lucia, TimeSpan } from "lucia";
import { sessionAdapter } from "./session-adapter.ts";

declare module "lucia" {
  interface Register {
    UserId: PrincipalId;
  }
}

type SetCookie = (cookie: string) => void;

/** The one place that knows Lucia: who a cookie or a token belongs to, and how they begin and end. */
export type Sessions = ReturnType<typeof createSessions>;

/** `secure` when shoppers come over https: the cookies then take the `__Host-` prefix as well. */
export function createSessions(db: Db, { secure }: { secure: boolean }) {
  const adapter = sessionAdapter(db);
  const cookie = (name: string, sameSite: "lax" | "strict") => ({
    name: secure ? `__Host-${name}` : name,
    attributes: { secure, sameSite, path: "/" },
  });
  const devices = new Lucia(adapter, {
    sessionExpiresIn: new TimeSpan(26, "w"),
    // lax: the shopper comes back from the payment page, another site, by following a link
    sessionCookie: cookie("tuckshop_device", "lax"),
  });
  const staffs = new Lucia(adapter, {
    sessionExpiresIn: new TimeSpan(12, "h"),
    sessionCookie: cookie("tuckshop_staff", "strict"),
  });
  return { device: deviceSessions(db, devices), staff: staffSessions(db, staffs) };
}

function deviceSessions(db: Db, lucia: Lucia) {
  return {
    /** The device that holds this cookie; one that keeps coming keeps its session. */
    async principalOf(cookies: string, setCookie: SetCookie): Promise<PrincipalId | null> {
      const id = lucia.readSessionCookie(cookies);
      if (!id) return null;
      const { session } = await lucia.validateSession(id);
      if (session?.fresh) setCookie(lucia.createSessionCookie(session.id).serialize());
      return session?.userId ?? null;
    },
    /** A new device: a principal, its session, its cookie. */
    async welcome(setCookie: SetCookie): Promise<PrincipalId> {
      const principalId = newId(PrincipalId);
      await db.insertInto("principal").values({ id: principalId, kind: "guest" }).execute();
      const session = await lucia.createSession(principalId, {});
      setCookie(lucia.createSessionCookie(session.id).serialize());
      return principalId;
    },
  };
}

function staffSessions(db: Db, lucia: Lucia) {
  const idOf = (cookies: string, bearerToken: string | null) =>
    bearerToken ?? lucia.readSessionCookie(cookies);
  return {
    async memberOf(cookies: string, bearerToken: string | null): Promise<StaffMember | null> {
      const id = idOf(cookies, bearerToken);
      if (!id) return null;
      const { session } = await lucia.validateSession(id);
      if (!session) return null;
      const member = await db
        .selectFrom("users")
        .innerJoin("user_role", "user_role.user_id", "users.id")
        .select(["users.id", "users.name", "users.email", "user_role.role"])
        .where("users.id", "=", session.userId)
        .executeTakeFirst();
      return member ?? null;
    },
    async begin(
      principalId: PrincipalId,
    ): Promise<{ token: string; expiresAt: string; cookie: string }> {
      const session = await lucia.createSession(principalId, {});
      return {
        token: session.id,
        expiresAt: session.expiresAt.toISOString(),
        cookie: lucia.createSessionCookie(session.id).serialize(),
      };
    },
    async end(cookies: string, bearerToken: string | null, setCookie: SetCookie): Promise<void> {
      const id = idOf(cookies, bearerToken);
      if (id) await lucia.invalidateSession(id);
      setCookie(lucia.createBlankSessionCookie().serialize());
    },
  };
}
