import { connect, type Socket } from "node:net";
import { createClient } from "@tuckshop/db/client";
import { createTestDb } from "@tuckshop/db/testing/test-db";
import { Hono } from "hono";
import { pino } from "pino";
import { expect, onTestFinished, test } from "vitest";
import { createApp } from "./http.ts";
import { createServerState, httpLimits, refuseTooMany, startHttpServer } from "./http-server.ts";
import { createTestApp } from "./testing/test-app.ts";

async function listening(options: { connectionsMax?: number; limits?: typeof httpLimits } = {}) {
  const { connectionsMax = 100, limits = httpLimits } = options;
  const state = createServerState();
  const app = new Hono();
  app.get("/healthz", (c) => c.text("ok"));
  app.use(refuseTooMany(state));
  app.get("/page", (c) => c.text("page"));
  const { server, port } = await new Promise<{
    server: ReturnType<typeof startHttpServer>;
    port: number;
  }>((resolve) => {
    const started = startHttpServer(app, {
      hostname: "127.0.0.1",
      port: 0,
      connectionsMax,
      state,
      limits,
      onListening: (given) => resolve({ server: started, port: given }),
    });
  });
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { server, port };
}

/** A bare connection, and what came over it. */
async function dial(port: number) {
  const socket: Socket = connect(port, "127.0.0.1");
  onTestFinished(() => void socket.destroy());
  let text = "";
  socket.setEncoding("utf8");
  const closed = new Promise<void>((resolve) => socket.once("close", () => resolve()));
  socket.on("error", () => {}); // the server may cut it
  await new Promise<void>((resolve) => socket.once("connect", () => resolve()));
  const answer = (path: string) =>
    new Promise<string>((resolve) => {
      socket.on("data", (part: string) => {
        text += part;
        if (/\r\n\r\n./.test(text)) resolve(text);
      });
      socket.write(`GET ${path} HTTP/1.1\r\nHost: shop\r\n\r\n`);
    });
  return { socket, answer, closed };
}

test("V23 the server has an end to every wait for a client", async () => {
  const { server } = await listening();
  expect(server).toMatchObject({ headersTimeout: 10_000, requestTimeout: 30_000 });
  expect(httpLimits.connectionsCheckingInterval).toBeLessThanOrEqual(1_000);
});

// Red when createClient leaves any of them out: node-postgres and Postgres wait for ever by default.
test("V23 a connection of the pool has an end to every wait, in the live session", async () => {
  const { url } = await createTestDb({ connectionsMax: 1 });
  const { pool, close } = createClient({ url });
  onTestFinished(close);
  const { rows } = await pool.query(
    `select name, setting, unit from pg_settings where name in
      ('statement_timeout', 'lock_timeout', 'idle_in_transaction_session_timeout') order by name`,
  );
  expect(rows).toEqual([
    { name: "idle_in_transaction_session_timeout", setting: "10000", unit: "ms" },
    { name: "lock_timeout", setting: "3000", unit: "ms" },
    { name: "statement_timeout", setting: "5000", unit: "ms" },
  ]);
  expect(pool.options.connectionTimeoutMillis).toBe(2_000);
});

// Red without connectionsCheckingInterval: Node looks every 30 s only.
test("S54 a client that dribbles its headers is cut", async () => {
  const limits = { headersTimeout: 300, requestTimeout: 600, connectionsCheckingInterval: 100 };
  const { port } = await listening({ limits });
  const { socket, closed } = await dial(port);
  socket.write("GET /page HTTP/1.1\r\nHost: shop\r\nX-Slow: ");
  const dribble = setInterval(() => socket.write("x"), 50);
  const start = performance.now();
  await closed;
  clearInterval(dribble);
  expect(performance.now() - start).toBeLessThan(5_000);
});

// Red when refuseTooMany lets all pass: the third is then served.
test("S54 more connections than there is room for are answered 503 and asked to come back", async () => {
  const { port } = await listening({ connectionsMax: 2 });
  const [first] = [await dial(port), await dial(port)];
  expect(await first?.answer("/page")).toMatch(/^HTTP\/1\.1 200/);
  const third = await dial(port);
  const refusal = await third.answer("/page");
  expect(refusal).toMatch(/^HTTP\/1\.1 503/);
  expect(refusal).toMatch(/^retry-after: 1\r$/im);
  expect(refusal).toContain("The shop is very busy.");
  await third.closed;
  // Whether it lives can still be asked.
  expect(await (await dial(port)).answer("/healthz")).toMatch(/^HTTP\/1\.1 200/);
});

test("S54 a connection that ended makes room for another", async () => {
  const { port } = await listening({ connectionsMax: 1 });
  const first = await dial(port);
  first.socket.destroy();
  await first.closed;
  await expect
    .poll(async () => (await (await dial(port)).answer("/page")).slice(0, 12))
    .toBe("HTTP/1.1 200");
});

// Red when /readyz looks at neither.
test("S55 a server that stops, or has no database, is alive and not ready", async () => {
  const { services } = await createTestApp();
  const state = createServerState();
  const away = createClient({ url: "postgres://nobody@127.0.0.1:1/nothing" });
  onTestFinished(away.close);
  const common = {
    log: pino({ level: "silent" }),
    webhookSecrets: [],
    storefront: ".",
    admin: ".",
  };
  const app = createApp({ ...common, services, state });
  const lost = createApp({ ...common, services: { ...services, db: away.db } });
  const status = async (asked: typeof app, path: string) => (await asked.request(path)).status;
  expect(await status(app, "/readyz")).toBe(200);
  expect(await status(lost, "/readyz")).toBe(503);
  expect(await status(lost, "/healthz")).toBe(200);
  state.draining = true;
  expect(await status(app, "/readyz")).toBe(503);
  expect(await status(app, "/healthz")).toBe(200);
});
