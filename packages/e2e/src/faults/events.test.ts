import type { OrderReference } from "@tuckshop/contracts/ids";
import { makeVariant } from "@tuckshop/db/testing/factories";
import { waitUntil } from "@tuckshop/testing/wait-until";
import { afterAll, beforeAll, expect, test } from "vitest";
import { httpShopper, type HttpShopper } from "../http-shopper.ts";
import { buy, putInBag } from "../purchase.ts";
import { startStack, type TestStack } from "../stack.ts";

let stack: TestStack;
beforeAll(async () => {
  stack = await startStack({ servers: 2 });
});
afterAll(() => stack.stop());

const server = (at: number) => stack.servers[at]?.url ?? stack.url;

/** What a browser's EventSource would hear of one order at one server. */
async function listen(shopper: HttpShopper, url: string, reference: string) {
  const input = encodeURIComponent(JSON.stringify({ reference }));
  const response = await shopper.fetch(`${url}/trpc/order.changes?input=${input}`, {});
  let text = "";
  const ended = (async () => {
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    for (;;) {
      const part = await reader?.read();
      if (!part || part.done) return;
      text += part.value;
    }
  })();
  return { status: response.status, ended: ended.catch(() => {}), text: () => text };
}

const paidAtProvider = async (shopper: HttpShopper, reference: OrderReference) => {
  const opened = await shopper.shop.payment.open.mutate({ reference });
  if (opened.kind !== "redirect") throw new Error(`Expected a page, got ${opened.kind}.`);
  await fetch(`${stack.simulator.url}/_control/pay`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({
      session: /cs_test_[A-Za-z0-9]+/.exec(opened.url)?.[0],
      card: "4242424242424242",
    }),
  });
};

// Red without the trigger of 0013_order_events.sql, and with the in-process driver in the server.
test("S43 an order that is confirmed at one server is told at the other within a second", async () => {
  const { variantId } = await makeVariant(stack.db, { sku: "TOLD", stock: 5 });
  const shopper = httpShopper(server(0));
  await putInBag(shopper.shop, variantId);
  const { reference } = await buy(shopper.shop, "card");
  const stream = await listen(shopper, server(1), reference);
  expect(stream.status).toBe(200);
  await waitUntil(async () => stream.text().includes('"orderId":null'), { what: "the stream" });

  await paidAtProvider(shopper, reference);
  await waitUntil(
    async () => {
      const { state } = await shopper.shop.order.track.query({ reference });
      return state === "confirmed";
    },
    { what: "the webhook to confirm the order" },
  );
  const start = performance.now();
  await waitUntil(async () => stream.text().includes('"orderId":"ord_'), { what: "the hint" });
  expect(performance.now() - start).toBeLessThan(1_000);

  const stranger = await listen(httpShopper(server(1)), server(1), reference);
  await stranger.ended;
  expect(stranger.text()).toContain('"code":"NOT_FOUND"');
  expect(stranger.text()).not.toContain("orderId");
});

// Red when the server does not close its events on SIGTERM: the stream then holds it for ten seconds.
test("S54 a server that stops ends its streams, and is gone at once", async () => {
  const { variantId } = await makeVariant(stack.db, { sku: "GONE", stock: 5 });
  const shopper = httpShopper(server(0));
  await putInBag(shopper.shop, variantId);
  const { reference } = await buy(shopper.shop, "cash");
  const stream = await listen(shopper, server(1), reference);
  await waitUntil(async () => stream.text().includes('"orderId":null'), { what: "the stream" });
  const start = performance.now();
  await stack.servers[1]?.stop();
  await stream.ended;
  expect(performance.now() - start).toBeLessThan(5_000);
});
