import { ShopError } from "@tuckshop/contracts/errors";
import type { SignIn, SignedIn } from "@tuckshop/contracts/staff";
import type { Context } from "../context.ts";
import { isPassword } from "./password.ts";
import type * as z from "zod/mini";

type SignInContext = Pick<Context, "db" | "sessions" | "limits" | "address" | "setCookie">;

/** Signs a person on the staff in. A wrong password and an unknown address look and cost the same. */
export async function signIn(
  { db, sessions, limits, address, setCookie }: SignInContext,
  { email, password, transport }: SignIn,
): Promise<z.infer<typeof SignedIn>> {
  await limits.signIn(email, address);
  const account = await db
    .selectFrom("users")
    .innerJoin("credential", "credential.user_id", "users.id")
    .innerJoin("user_role", "user_role.user_id", "users.id")
    .select(["users.id", "users.name", "users.email", "user_role.role", "credential.password_hash"])
    .where("users.email", "=", email.toLowerCase())
    .executeTakeFirst();
  const matches = await isPassword(password, account?.password_hash);
  if (!account || !matches) throw new ShopError({ code: "SIGN_IN_FAILED" });
  await limits.signedIn(email, address);

  const { token, expiresAt, cookie } = await sessions.staff.begin(account.id);
  if (transport === "cookie") setCookie(cookie);
  const { id, name, role } = account;
  return {
    staff: { id, name, email: account.email, role },
    token: transport === "token" ? token : null,
    expiresAt,
  };
}
