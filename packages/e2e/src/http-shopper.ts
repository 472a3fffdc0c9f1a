import { createShopClient, type ShopClient } from "@tuckshop/client/client";
import type { LinkOptions } from "@tuckshop/client/links";

export type HttpShopper = { shop: ShopClient; statuses: number[] };

/** A shopper's device without a browser: the typed client, its cookies kept, its answers' statuses noted. */
export function httpShopper(serverUrl: string): HttpShopper {
  const cookies = new Map<string, string>();
  const statuses: number[] = [];
  const keeping: LinkOptions["fetch"] = async (input, init) => {
    const headers = new Headers(init?.headers);
    headers.set("cookie", [...cookies].map(([name, value]) => `${name}=${value}`).join("; "));
    const response = await fetch(input as string | URL, { ...init, headers } as RequestInit);
    statuses.push(response.status);
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      cookies.set(name, value);
    }
    return response;
  };
  return { shop: createShopClient({ url: `${serverUrl}/trpc`, fetch: keeping }), statuses };
}
