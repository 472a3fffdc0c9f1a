import { getConnInfo } from "@hono/node-server/conninfo";
import { serveStatic } from "@hono/node-server/serve-static";
import type { Services } from "@tuckshop/api/context";
import { appRouter } from "@tuckshop/api/router";
import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { Hono, type Context } from "hono";
import { bodyLimit } from "hono/body-limit";
import { secureHeaders } from "hono/secure-headers";
import type { Logger } from "pino";
import { createServerState, refuseTooMany, type ServerState } from "./http-server.ts";
import { requestContext } from "./request-context.ts";
import { sameOrigin } from "./same-origin.ts";
import { stripeWebhook } from "./stripe-webhook.ts";

export type HttpOptions = {
  services: Services;
  log: Logger;
  webhookSecrets: readonly string[];
  /** The built SPAs. */
  storefront: string;
  admin: string;
  state?: ServerState;
};

const bodyMaxBytes = 64 * 1024;
const batchMax = 10;

/** Everything the server answers: the API, the webhook, its health, and both apps. */
export function createApp(options: HttpOptions): Hono {
  const { services, log, webhookSecrets, storefront, admin } = options;
  const { state = createServerState() } = options;
  const app = new Hono();
  app.use(secureHeaders({ contentSecurityPolicy }));
  app.use(
    bodyLimit({
      maxSize: bodyMaxBytes,
      onError: (c) => c.json({ error: { message: "The body is larger than 64 KiB." } }, 413),
    }),
  );
  // Alive while it answers at all, even with no room for others; ready while it can serve.
  app.get("/healthz", (c) => c.text("ok"));
  app.get("/readyz", async (c) => {
    if (state.draining) return c.text("stopping", 503);
    const ready = await services.db
      .selectFrom("shop")
      .select("name")
      .execute()
      .catch(() => []);
    return ready.length > 0 ? c.text("ok") : c.text("not ready", 503);
  });
  app.use(refuseTooMany(state));
  app.post("/webhooks/stripe", stripeWebhook(services.db, webhookSecrets, log));
  app.use("/trpc/*", sameOrigin);
  app.all("/trpc/*", (c) =>
    fetchRequestHandler({
      endpoint: "/trpc",
      req: c.req.raw,
      router: appRouter,
      createContext: requestContext(services, log, addressOf(c)),
      maxBatchSize: batchMax,
      // Answers belong to one person unless a procedure says otherwise.
      responseMeta: () => ({ headers: new Headers({ "cache-control": "no-store" }) }),
    }),
  );
  serveSpa(app, "/admin", admin);
  serveSpa(app, "", storefront);
  app.onError((error, c) => {
    log.error({ err: error, path: c.req.path }, "fault");
    return c.json({ error: { message: "Something went wrong on our side." } }, 500);
  });
  return app;
}

/** The peer of the connection; a request that came by none, as in tests, is our own. */
const addressOf = (c: Context): string =>
  c.env?.incoming ? (getConnInfo(c).remote.address ?? "unknown") : "127.0.0.1";

/** Hashed files are kept for ever; every other address below `base` is the app itself. */
function serveSpa(app: Hono, base: string, root: string): void {
  const rewriteRequestPath = (path: string) => path.slice(base.length);
  app.use(
    `${base}/assets/*`,
    serveStatic({
      root,
      rewriteRequestPath,
      onFound: (_path, c) => c.header("cache-control", "public, max-age=31536000, immutable"),
    }),
  );
  app.all(`${base}/assets/*`, (c) => c.notFound());
  app.get(
    `${base}/*`,
    serveStatic({
      root,
      path: "index.html",
      onFound: (_path, c) => c.header("cache-control", "no-cache"),
    }),
  );
}

/** Our own files only; styles may be inline, as charts and pictures set a few. */
const contentSecurityPolicy = {
  defaultSrc: ["'self'"],
  styleSrc: ["'self'", "'unsafe-inline'"],
  imgSrc: ["'self'", "data:"],
  fontSrc: ["'self'", "data:"], // the two ₹ subsets are so small that the build inlines them
  objectSrc: ["'none'"],
  baseUri: ["'none'"],
  frameAncestors: ["'none'"],
  formAction: ["'self'"],
};
