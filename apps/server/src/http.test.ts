import { makeVariant } from "@tuckshop/db/testing/factories";
import { expect, test } from "vitest";
import { createTestApp as createApp } from "./testing/test-app.ts";

const key = { "idempotency-key": "a-key-of-this-test" };
const json = { "content-type": "application/json" };

async function createTestApp() {
  const { app, db } = await createApp();
  const variant = await makeVariant(db, { sku: "KULFI", stock: 5 });
  const post = (path: string, body: string, headers: Record<string, string> = {}) =>
    app.request(path, { method: "POST", body, headers: { ...json, ...key, ...headers } });
  const put = (lines: unknown, headers: Record<string, string> = {}) =>
    post("/trpc/bag.put", JSON.stringify({ baseVersion: 0, lines }), headers);
  return { app, db, variant, post, put };
}

type Answer = {
  error: {
    message: string;
    data: {
      code: string;
      refusal: { code: string } | null;
      issues: { field: string }[];
      stack?: string;
    };
  };
};

const answer = async (response: Response) => (await response.json()) as Answer;

test.each([
  ["a malformed id", [{ variantId: "var_1", quantity: 1 }], "lines.0.variantId"],
  [
    "an id of another table",
    [{ variantId: `ord_${"0".repeat(32)}`, quantity: 1 }],
    "lines.0.variantId",
  ],
  ["no quantity", [{ variantId: `var_${"0".repeat(32)}` }], "lines.0.quantity"],
  ["a quantity of 0", [{ variantId: `var_${"0".repeat(32)}`, quantity: 0 }], "lines.0.quantity"],
  ["a quantity of -1", [{ variantId: `var_${"0".repeat(32)}`, quantity: -1 }], "lines.0.quantity"],
  [
    "a quantity of 1.5",
    [{ variantId: `var_${"0".repeat(32)}`, quantity: 1.5 }],
    "lines.0.quantity",
  ],
  [
    "a quantity of 2^31",
    [{ variantId: `var_${"0".repeat(32)}`, quantity: 2 ** 31 }],
    "lines.0.quantity",
  ],
  [
    "a quantity in quotes",
    [{ variantId: `var_${"0".repeat(32)}`, quantity: "1" }],
    "lines.0.quantity",
  ],
  ["lines that are no list", { 0: "x" }, "lines"],
])("%s is a 400 that names its field, and changes nothing", async (_what, lines, field) => {
  const { db, put } = await createTestApp();
  const response = await put(lines);
  expect(response.status).toBe(400);
  const { error } = await answer(response);
  expect(error.data).toMatchObject({ code: "BAD_REQUEST", issues: [{ field }] });
  expect(error.data.stack).toBeUndefined();
  expect(await db.selectFrom("cart").selectAll().execute()).toEqual([]);
});

test("an unknown variant is a 404 with its refusal", async () => {
  const { put } = await createTestApp();
  const response = await put([{ variantId: `var_${"0".repeat(32)}`, quantity: 1 }]);
  expect(response.status).toBe(404);
  expect((await answer(response)).error).toMatchObject({
    message: "There is no such variant.",
    data: { refusal: { code: "NOT_FOUND", entity: "variant" } },
  });
});

test("broken JSON is a 400, and a body that is not JSON a 415", async () => {
  const { post } = await createTestApp();
  expect((await post("/trpc/bag.put", '{"lines": [')).status).toBe(400);
  const form = { "content-type": "application/x-www-form-urlencoded" };
  expect((await post("/trpc/bag.put", "lines=1", form)).status).toBe(415);
});

test("a body over 64 KiB is a 413", async () => {
  const { post } = await createTestApp();
  expect((await post("/trpc/bag.put", JSON.stringify({ note: "x".repeat(70_000) }))).status).toBe(
    413,
  );
});

test("an unknown procedure is a 404, a batch of eleven is refused, and so is a key on a batch", async () => {
  const { app, post } = await createTestApp();
  expect((await post("/trpc/no.such.thing", "{}")).status).toBe(404);
  const eleven = Array.from({ length: 11 }, () => "shop.info").join(",");
  expect((await app.request(`/trpc/${eleven}?batch=1`)).status).toBe(400);
  const body = { baseVersion: 0, lines: [] };
  const batch = await post("/trpc/bag.put,bag.put?batch=1", JSON.stringify({ 0: body, 1: body }));
  const answers = (await batch.json()) as Answer[];
  expect(answers.map(({ error }) => error.data.refusal?.code)).toEqual([
    "IDEMPOTENCY_KEY_INVALID",
    "IDEMPOTENCY_KEY_INVALID",
  ]);
});

test("a change asked for by another site's page is refused", async () => {
  const { put } = await createTestApp();
  expect((await put([], { origin: "https://elsewhere.example", host: "shop.test" })).status).toBe(
    403,
  );
  expect((await put([], { "sec-fetch-site": "cross-site" })).status).toBe(403);
  expect((await put([], { origin: "http://shop.test", host: "shop.test" })).status).toBe(200);
});

test("S1 a first change gives the device an httpOnly cookie, and the database a hash of it only", async () => {
  const { db, put } = await createTestApp();
  const cookie = (await put([])).headers.get("set-cookie") ?? "";
  expect(cookie).toMatch(
    /^tuckshop_device=[^;]{20,}; HttpOnly; Max-Age=\d+; Path=\/; SameSite=Lax/,
  );
  const value = /=([^;]+)/.exec(cookie)?.[1] ?? "";
  const [session] = await db.selectFrom("session").select("id_hash").execute();
  expect(session?.id_hash).toMatch(/^[0-9a-f]{64}$/);
  expect(session?.id_hash).not.toContain(value);
});

test("V10 S37 a webhook without a good signature is a 400, and nothing is stored", async () => {
  const { db, post } = await createTestApp();
  const response = await post("/webhooks/stripe", '{"id":"evt_1"}', {
    "stripe-signature": "t=1,v1=00",
  });
  expect(response.status).toBe(400);
  expect(await db.selectFrom("webhook_event").selectAll().execute()).toEqual([]);
});

test("answers carry the server's clock, a request id and the headers of a careful server", async () => {
  const { app } = await createTestApp();
  const { headers } = await app.request("/trpc/shop.info");
  expect(Number(headers.get("x-server-now"))).toBeGreaterThan(1.7e12);
  expect(headers.get("x-request-id")).toMatch(/^[0-9a-f-]{36}$/);
  expect(headers.get("x-content-type-options")).toBe("nosniff");
  expect(headers.get("content-security-policy")).toContain("default-src 'self'");
  expect(headers.get("cache-control")).toBe("no-store");
});
