import type { ShopClient } from "@tuckshop/client/client";
import type { Print } from "../print.ts";
import type { SessionFile } from "../session-file.ts";
import { UserError } from "../user-error.ts";

export type SignInInput = { url: string; email: string; password: string };

/** Signs a member of the staff in and keeps the session for the commands to come. */
export async function signIn(
  shop: ShopClient,
  sessions: SessionFile,
  { url, email, password }: SignInInput,
  print: Print,
): Promise<void> {
  const { staff, token, expiresAt } = await shop.staff.session.signIn.mutate({
    email,
    password,
    transport: "token",
  });
  if (token === null) throw new UserError("The shop gave no token.");
  await sessions.keep({ url, token });
  const hours = Math.round((Date.parse(expiresAt) - Date.now()) / 3_600_000);
  print(`Signed in to ${url} as ${staff.name} (${staff.role}), for ${hours} hours.`);
}
