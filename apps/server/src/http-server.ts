import type { Server } from "node:http";
import type { Socket } from "node:net";
import { serve, type HttpBindings } from "@hono/node-server";
import { ShopError } from "@tuckshop/contracts/errors";
import type { Hono, MiddlewareHandler } from "hono";

/** How long a client may take, and how often that is looked at: a slow one is cut a second late. */
export const httpLimits = {
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  connectionsCheckingInterval: 1_000,
};

const retryAfterSeconds = 1;

/** What the app asks of the server beneath it. */
export type ServerState = {
  /** True once it was told to stop: a balancer should send nobody any more. */
  draining: boolean;
  isTooMany: (socket: Socket) => boolean;
};

export function createServerState(): ServerState & {
  count: (socket: Socket, max: number) => void;
} {
  const tooMany = new WeakSet<Socket>();
  let open = 0;
  return {
    draining: false,
    isTooMany: (socket) => tooMany.has(socket),
    count: (socket, max) => {
      open += 1;
      if (open > max) tooMany.add(socket);
      socket.once("close", () => (open -= 1));
    },
  };
}

type Listening = {
  hostname: string;
  port: number;
  /** More are answered 503 and let go; twice as many are not even listened to. */
  connectionsMax: number;
  state: ReturnType<typeof createServerState>;
  limits?: typeof httpLimits;
  onListening: (port: number) => void;
};

/** Serves the app, with an end to every wait for a client and to their number. */
export function startHttpServer(app: Hono, options: Listening): Server {
  const { hostname, port, connectionsMax, state, limits = httpLimits, onListening } = options;
  const server = serve({ fetch: app.fetch, hostname, port, serverOptions: limits }, (address) =>
    onListening(address.port),
  ) as Server;
  server.maxConnections = 2 * connectionsMax;
  server.on("connection", (socket: Socket) => state.count(socket, connectionsMax));
  return server;
}

/** Answers for whom there is no room: at once, and the connection ends with the answer. */
export const refuseTooMany =
  (state: ServerState): MiddlewareHandler =>
  async (c, next) => {
    const { incoming } = (c.env ?? {}) as Partial<HttpBindings>;
    if (!incoming || !state.isTooMany(incoming.socket)) return next();
    const { message } = new ShopError({ code: "TOO_BUSY", retryAfterSeconds });
    const headers = { "retry-after": String(retryAfterSeconds), connection: "close" };
    return c.json({ error: { message } }, 503, headers);
  };
