import { randomUUID } from "node:crypto";
import type { Checkout, PaymentMethod, PlaceOrder } from "@tuckshop/contracts/checkout";
import { makeVariant } from "@tuckshop/db/testing/factories";
import { waitUntil } from "@tuckshop/testing/wait-until";
import { expect, onTestFinished } from "vitest";
import type { Device, Reply, TestApp } from "../testing/test-app.ts";

/** One row of the contract: what is required of keys in one situation, and the proof that it holds. */
export type Row = { id: `I${number}`; says: string; expectHolds: () => Promise<void> };

export type Ready = { device: Device; checkout: Checkout; order: PlaceOrder; key: string };

/** A shopper with a started checkout of one new article: all that is left to do is to place it. */
export async function readyToPlace(
  app: TestApp,
  { method = "cash", stock = 9 }: { method?: PaymentMethod; stock?: number } = {},
): Promise<Ready> {
  const sku = `SKU-${randomUUID()}`.toUpperCase();
  const { variantId } = await makeVariant(app.db, { sku, stock });
  const device = app.device();
  await device.shop.bag.put.mutate({ baseVersion: 0, lines: [{ variantId, quantity: 1 }] });
  const checkout = await device.shop.checkout.start.mutate({
    bagVersion: 1,
    fulfilment: { method: "pickup" },
  });
  const payable = checkout.quote.payments.find((payment) => payment.method === method);
  if (!payable) throw new Error(`The quote has no ${method}.`);
  const order: PlaceOrder = {
    checkoutId: checkout.id,
    quoteHash: checkout.quote.hash,
    expectedTotal: payable.total,
    paymentMethod: method,
    contact: { name: "Meera Rao", phone: "98860 00000" },
  };
  return { device, checkout, order, key: `place:${checkout.id}` };
}

export function expectRefusal(reply: Reply, status: number, code: string): void {
  const { error } = JSON.parse(reply.text) as {
    error: { data: { refusal: { code: string } | null } };
  };
  expect([reply.status, error.data.refusal?.code]).toEqual([status, code]);
}

/** The very answer of before: status and body to the byte, marked as a replay, under a request id of its own. */
export function expectReplay(reply: Reply, first: Reply): void {
  expect([reply.status, reply.text]).toEqual([first.status, first.text]);
  expect(reply.headers.get("idempotency-replayed")).toBe("true");
  expect(first.headers.get("idempotency-replayed")).toBeNull();
  expect(reply.headers.get("x-request-id")).not.toBe(first.headers.get("x-request-id"));
}

export async function count(app: TestApp, table: "orders" | "idempotency_key" | "cart") {
  const { rows } = await app.pool.query(`select count(*)::int as count from ${table}`);
  return (rows[0] as { count: number }).count;
}

/** Locks rows until the answer is called: whoever wants them waits in the middle of their transaction. */
export async function hold(app: TestApp, query: string): Promise<() => Promise<void>> {
  const connection = await app.pool.connect();
  await connection.query(`begin; ${query} for update`);
  let held = true;
  const release = async () => {
    if (!held) return;
    held = false;
    await connection.query("commit");
    connection.release();
  };
  onTestFinished(release);
  return release;
}

export const somebodyWaits = (app: TestApp) =>
  waitUntil(
    async () => {
      const { rowCount } = await app.pool.query(
        "select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
      );
      return (rowCount ?? 0) > 0;
    },
    { what: "a transaction to wait for a lock" },
  );
