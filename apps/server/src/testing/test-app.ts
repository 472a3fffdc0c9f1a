import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { serve } from "@hono/node-server";
import type { Services } from "@tuckshop/api/context";
import { createTestShop, type TestShop } from "@tuckshop/api/testing/test-shop";
import { createShopClient, type ShopClient } from "@tuckshop/client/client";
import type { Hono } from "hono";
import { pino } from "pino";
import { onTestFinished } from "vitest";
import { createApp } from "../http.ts";

export type Reply = { status: number; headers: Headers; text: string };

/** What a device sends beside its body; a key of null is none. */
type Sent = { key?: string | null; headers?: Record<string, string> };

/** A shopper's device that keeps its cookie: `shop` is the typed client, `send` the bare request. */
export type Device = {
  shop: ShopClient;
  fetch: (url: string, init: RequestInit) => Promise<Response>;
  send: (op: string, input: unknown, sent?: Sent) => Promise<Reply>;
  cookie: () => string;
};

export type TestApp = TestShop & {
  app: Hono;
  device: () => Device;
  /** The app on a port of its own, for what only a real socket can show. */
  listen: () => Promise<number>;
};

const origin = "http://shop.test";

/** A test shop behind its HTTP server. Its requests may take other services, such as another way to the database. */
export async function createTestApp(
  options: {
    connectionsMax?: number;
    services?: (shop: TestShop) => Promise<Services>;
    webhookSecrets?: readonly string[];
  } = {},
): Promise<TestApp> {
  const shop = await createTestShop(options);
  const here = fileURLToPath(new URL(".", import.meta.url));
  const app = createApp({
    services: (await options.services?.(shop)) ?? shop.services,
    log: pino({ level: "silent" }),
    webhookSecrets: options.webhookSecrets ?? ["whsec_test"],
    storefront: here,
    admin: here,
  });
  return { ...shop, app, device: () => device(app), listen: () => listen(app) };
}

function device(app: Hono): Device {
  const cookies = new Map<string, string>();
  const cookie = () => [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
  const request = async (url: string, init: RequestInit): Promise<Response> => {
    const headers = new Headers(init.headers);
    if (cookies.size > 0) headers.set("cookie", cookie());
    const response = await app.request(url, { ...init, headers });
    for (const line of response.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      cookies.set(name, value);
    }
    return response;
  };
  return {
    cookie,
    fetch: request,
    shop: createShopClient({
      url: `${origin}/trpc`,
      fetch: (input, init) => request(String(input), init as RequestInit),
    }),
    send: async (op, input, { key = null, headers = {} } = {}) => {
      const response = await request(`${origin}/trpc/${op}`, {
        method: "POST",
        body: typeof input === "string" ? input : JSON.stringify(input),
        headers: {
          "content-type": "application/json",
          ...(key === null ? {} : { "idempotency-key": key }),
          ...headers,
        },
      });
      return { status: response.status, headers: response.headers, text: await response.text() };
    },
  };
}

async function listen(app: Hono): Promise<number> {
  const server = serve({ fetch: app.fetch, hostname: "127.0.0.1", port: 0 });
  await once(server, "listening");
  onTestFinished(() => void server.close());
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("No port was given.");
  return address.port;
}
