import { createShopClient, type ShopClient } from "@tuckshop/client/client";

export type HttpShopper = {
  shop: ShopClient;
  /** As the client sends: with the device's cookie. */
  fetch: (url: string, init: RequestInit) => Promise<Response>;
  statuses: number[];
};

/** A shopper's device without a browser: the typed client, its cookies kept, its answers' statuses noted. */
export function httpShopper(serverUrl: string): HttpShopper {
  const cookies = new Map<string, string>();
  const statuses: number[] = [];
  const keeping: HttpShopper["fetch"] = async (url, init) => {
    const headers = new Headers(init.headers);
    headers.set("cookie", [...cookies].map(([name, value]) => `${name}=${value}`).join("; "));
    const response = await fetch(url, { ...init, headers });
    statuses.push(response.status);
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      cookies.set(name, value);
    }
    return response;
  };
  const shop = createShopClient({
    url: `${serverUrl}/trpc`,
    fetch: (input, init) => keeping(String(input), (init ?? {}) as RequestInit),
  });
  return { shop, fetch: keeping, statuses };
}
