import { randomUUID } from "node:crypto";
import type { Context, Services } from "@tuckshop/api/context";
import type { Log } from "@tuckshop/api/log";
import type { FetchCreateContextFnOptions } from "@trpc/server/adapters/fetch";

/** What a request brings, taken from its headers; nothing is trusted yet. */
export const requestContext =
  (services: Services, log: Log, address: string) =>
  ({ req, resHeaders, info }: FetchCreateContextFnOptions): Context => {
    const requestId = randomUUID();
    resHeaders.set("x-request-id", requestId);
    resHeaders.set("x-server-now", String(Date.now()));
    return {
      ...services,
      requestId,
      idempotencyKey: req.headers.get("idempotency-key"),
      callCount: info.calls.length,
      address,
      cookies: req.headers.get("cookie") ?? "",
      bearerToken:
        /^Bearer ([A-Za-z0-9_-]{1,200})$/.exec(req.headers.get("authorization") ?? "")?.[1] ?? null,
      setCookie: (cookie) => resHeaders.append("set-cookie", cookie),
      setHeader: (name, value) => resHeaders.set(name, value),
      log,
    };
  };
