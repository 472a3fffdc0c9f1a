import { createShopClient, type ShopClient } from "@tuckshop/client/client";
import type { CliEnv } from "./env.ts";
import type { Session } from "./session-file.ts";
import { UserError } from "./user-error.ts";

/** The address people know the shop by, without a slash at its end. */
export const shopAddress = (url: string): string => url.replace(/\/+$/, "");

export const connect = (url: string, token?: string): ShopClient =>
  createShopClient({ url: `${shopAddress(url)}/trpc`, token });

/** Which shop, and as whom: the environment before the kept session. */
export function chosenSession(env: CliEnv, kept: Session | undefined): Session {
  const url = env.TUCKSHOP_URL ? shopAddress(env.TUCKSHOP_URL) : kept?.url;
  if (!url) throw new UserError(signInFirst);
  // A kept token belongs to the shop that gave it and is shown to no other.
  const token = env.TUCKSHOP_TOKEN ?? (kept?.url === url ? kept.token : undefined);
  if (!token) throw new UserError(signInFirst);
  return { url, token };
}

const signInFirst =
  "Please sign in first: tuckshop sign-in --url http://localhost:4000 --email you@example.com";
