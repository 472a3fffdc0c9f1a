import { createServer, type IncomingMessage } from "node:http";
import { once } from "node:events";
import { Sku } from "@tuckshop/contracts/ids";
import { expect, onTestFinished, test } from "vitest";
import { createShopClient } from "./client.ts";
import { refusalOf } from "./refusal-of.ts";

type Answer = { status: number; body: object };

const fault = (status: number, refusal: object | null = null): Answer => ({
  status,
  body: {
    error: { message: "no", code: -32_000, data: { code: "X", httpStatus: status, refusal } },
  },
});
const success: Answer = { status: 200, body: { result: { data: { onHand: 5 } } } };

/** A server that answers in this order, and notes what it was asked. */
async function answering(...answers: Answer[]) {
  const requests: { url: string; key: string | undefined }[] = [];
  const server = createServer((request: IncomingMessage, response) => {
    const key = request.headers["idempotency-key"];
    requests.push({ url: request.url ?? "", key: typeof key === "string" ? key : undefined });
    const { status, body } = answers[requests.length - 1] ?? success;
    response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => void server.close());
  const address = server.address();
  const port = typeof address === "object" ? address?.port : 0;
  return { requests, shop: createShopClient({ url: `http://127.0.0.1:${port}/trpc` }) };
}

const delivery = { sku: Sku.parse("KULFI"), quantity: 5, reason: "van" };

// Red when the key is minted in `headers`: each attempt then carries another one.
test("I29 every attempt of one mutation carries the same key", async () => {
  const { shop, requests } = await answering(
    fault(503),
    fault(409, { code: "IDEMPOTENCY_IN_PROGRESS", retryAfterSeconds: 1 }),
    success,
  );
  await shop.staff.stock.receive.mutate(delivery);
  expect(requests).toHaveLength(3);
  expect(new Set(requests.map((request) => request.key)).size).toBe(1);
  expect(requests[0]?.key).toMatch(/^[0-9a-f-]{36}$/);
});

test("I29 a key that names an intent is used as it is, and two intents never share one", async () => {
  const { shop, requests } = await answering();
  const context = { idempotencyKey: "delivery-of-tuesday" };
  await shop.staff.stock.receive.mutate(delivery, { context });
  await shop.staff.stock.receive.mutate(delivery);
  await shop.staff.stock.receive.mutate(delivery);
  expect(requests[0]?.key).toBe("delivery-of-tuesday");
  expect(new Set(requests.map((request) => request.key)).size).toBe(3);
});

test("I24 mutations of one moment travel alone", async () => {
  const { shop, requests } = await answering();
  await Promise.all([1, 2, 3].map(() => shop.staff.stock.receive.mutate(delivery)));
  expect(requests.map((request) => request.url)).toEqual(
    Array(3).fill("/trpc/staff.stock.receive"),
  );
});

test("a refusal is not repeated, and its facts arrive as data", async () => {
  const refusal = {
    code: "OUT_OF_STOCK",
    lines: [{ sku: "KULFI", requested: 5, available: 2 }],
  };
  const { shop, requests } = await answering(fault(409, refusal));
  const error: unknown = await shop.staff.stock.receive.mutate(delivery).catch((e: unknown) => e);
  expect(refusalOf(error)).toEqual(refusal);
  expect(requests).toHaveLength(1);
});

test("a shop that stays away is asked four times and then given up", async () => {
  const { shop, requests } = await answering(...Array<Answer>(9).fill(fault(503)));
  await expect(shop.staff.stock.receive.mutate(delivery)).rejects.toThrow("no");
  expect(requests).toHaveLength(4);
});
