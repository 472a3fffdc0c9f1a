import type { AppRouter } from "@tuckshop/api/router";
import { createTRPCClient, type TRPCClient } from "@trpc/client";
import { shopLinks, type LinkOptions } from "./links.ts";

export type ShopClient = TRPCClient<AppRouter>;

/**
 * The shop's API for scripts, typed from end to end. `url` is the tRPC endpoint, `token` a session of
 * a member of staff. Mutations are stamped with an Idempotency-Key and retried under it; pass
 * `{ context: { idempotencyKey } }` to name the intent, so that running a script again repeats nothing.
 */
export const createShopClient = (options: LinkOptions): ShopClient =>
  createTRPCClient<AppRouter>({ links: shopLinks(options) });
