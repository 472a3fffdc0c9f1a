import { expect, test } from "vitest";
import { BUCKET, openTestStore, refusalIn } from "./test-store.ts";

const SHOP = "http://shop.test";

/** Asks, as a browser would, whether a page may send the request it means to. */
async function preflight(allowedOrigins: readonly string[], headers: Record<string, string>) {
  await using store = await openTestStore({ allowedOrigins });
  const response = await fetch(`${store.url}/${BUCKET}/mug.txt`, { method: "OPTIONS", headers });
  return { headers: response.headers, refusal: await refusalIn(response) };
}

test.each(["GET", "PUT", "POST", "HEAD"])("a page of an allowed origin may %s", async (method) => {
  const { headers, refusal } = await preflight([SHOP], {
    origin: SHOP,
    "access-control-request-method": method,
    "access-control-request-headers": "content-type,x-amz-meta-sku",
  });
  expect(refusal.status).toBe(200);
  expect(headers.get("access-control-allow-origin")).toBe(SHOP);
  expect(headers.get("access-control-allow-methods")).toContain(method);
  expect(headers.get("access-control-allow-headers")).toBe("content-type,x-amz-meta-sku");
  expect(headers.get("vary")).toContain("Origin");
});

test.each([
  [
    "of another origin",
    [SHOP],
    { origin: "http://evil.test", "access-control-request-method": "PUT" },
  ],
  ["that means to DELETE", [SHOP], { origin: SHOP, "access-control-request-method": "DELETE" }],
  [
    "of any origin, where none is allowed",
    [],
    { origin: SHOP, "access-control-request-method": "PUT" },
  ],
])("a page %s is refused as AccessForbidden", async (_name, allowedOrigins, sent) => {
  const { headers, refusal } = await preflight(allowedOrigins, sent);
  expect(refusal).toMatchObject({ code: "AccessForbidden", status: 403 });
  expect(headers.get("access-control-allow-origin")).toBeNull();
});

test("a preflight without an origin is refused as BadRequest", async () => {
  const { refusal } = await preflight([SHOP], { "access-control-request-method": "PUT" });
  expect(refusal).toMatchObject({ code: "BadRequest", status: 400 });
});

test("a page of an allowed origin may read a refusal, and the ETag of an answer", async () => {
  await using store = await openTestStore({ allowedOrigins: [SHOP] });
  const response = await fetch(`${store.url}/${BUCKET}/none`, { headers: { origin: SHOP } });
  expect(response.status).toBe(403);
  expect(response.headers.get("access-control-allow-origin")).toBe(SHOP);
  expect(response.headers.get("access-control-expose-headers")).toBe("ETag");
});

test("an answer to a page of another origin has no CORS headers", async () => {
  await using store = await openTestStore({ allowedOrigins: [SHOP] });
  const headers = { origin: "http://evil.test" };
  const response = await fetch(`${store.url}/${BUCKET}/none`, { headers });
  expect(response.headers.get("access-control-allow-origin")).toBeNull();
});

test("a star allows every origin", async () => {
  const { headers } = await preflight(["*"], {
    origin: "http://anywhere.test",
    "access-control-request-method": "GET",
  });
  expect(headers.get("access-control-allow-origin")).toBe("*");
});
