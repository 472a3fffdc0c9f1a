import { createLimits } from "@tuckshop/api/limits/create-limits";
import { connectRedis } from "@tuckshop/api/limits/connect-redis";
import { reapKeys } from "@tuckshop/api/idempotency/reap-keys";
import { makeVariant } from "@tuckshop/db/testing/factories";
import { expectInvariants } from "@tuckshop/db/testing/invariants";
import { startRedis } from "@tuckshop/dev-env/redis/start-redis";
import { expect, onTestFinished } from "vitest";
import { createTestApp, type TestApp } from "../testing/test-app.ts";
import { count, expectRefusal, expectReplay, readyToPlace, type Row } from "./row.fixture.ts";

const key = "the-very-same-key";
const quiet = { info: () => {}, warn: () => {}, error: () => {} };

/** What is kept of an answer, for how long, and where. */
export const replyRows: readonly Row[] = [
  // Red when keys are kept for 24 h only, or placeOrder does not look for the order there is.
  {
    id: "I10",
    says: "a key is kept for 72 h; after that its retry finds the order there is, and never makes a second",
    expectHolds: async () => {
      const app = await createTestApp();
      const { device, order } = await readyToPlace(app);
      const first = await device.send("checkout.place", order, { key });
      await age(app, 71);
      await reapKeys(app.services.tasks, {});
      expectReplay(await device.send("checkout.place", order, { key }), first);
      await age(app, 73);
      await reapKeys(app.services.tasks, {});
      expect(await count(app, "idempotency_key")).toBe(0);
      const late = await device.send("checkout.place", order, { key });
      expectRefusal(late, 409, "CHECKOUT_COMPLETED");
      const { reference } = (JSON.parse(first.text) as { result: { data: { reference: string } } })
        .result.data;
      expect(late.text).toContain(reference);
      expect(await count(app, "orders")).toBe(1);
      await expectInvariants(app.db);
    },
  },
  // Red when the key is claimed, or the reply recorded, outside the command's transaction.
  {
    id: "I19",
    says: "key, effect and reply are of one commit: when the reply cannot be kept, nothing has happened",
    expectHolds: async () => {
      const app = await createTestApp();
      const { device, order } = await readyToPlace(app);
      await app.pool.query(
        "alter table idempotency_key add constraint full_up check (reply is null) not valid",
      );
      expect((await device.send("checkout.place", order, { key })).status).toBe(500);
      expect(await count(app, "orders")).toBe(0);
      await app.pool.query("alter table idempotency_key drop constraint full_up");
      expect((await device.send("checkout.place", order, { key })).status).toBe(200);
      const { rows } = await app.pool.query(`
        select xmin::text from idempotency_key where key = '${key}' union select xmin::text from orders
        union select xmin::text from claim union select xmin::text from money_entry
        union select xmin::text from counter_entry where kind = 'sale'`);
      expect(rows).toHaveLength(1);
      await expectInvariants(app.db);
    },
  },
  // Red when inTransaction commits what failed: the claim then stays without a reply.
  {
    id: "I20",
    says: "a refusal is not stored: its key stays free, and the retry is judged anew",
    expectHolds: async () => {
      const app = await createTestApp();
      const { variantId, counterId } = await makeVariant(app.db, { sku: "LAST", stock: 1 });
      const [slow, quick] = [app.device(), app.device()];
      for (const { shop } of [slow, quick]) {
        await shop.bag.put.mutate({ baseVersion: 0, lines: [{ variantId, quantity: 1 }] });
      }
      const start = { bagVersion: 1, fulfilment: { method: "pickup" } };
      const far = { bagVersion: 1, fulfilment: { method: "delivery", pincode: "999999" } };
      const { text } = await quick.send("checkout.start", start, { key });
      expectRefusal(await slow.send("checkout.start", start, { key }), 409, "OUT_OF_STOCK");
      expectRefusal(await slow.send("checkout.start", far, { key }), 422, "DELIVERY_UNAVAILABLE");
      expectRefusal(
        await slow.send("checkout.start", { ...start, bagVersion: 7 }, { key }),
        409,
        "VERSION_CONFLICT",
      );
      const held = `select from idempotency_key where key = '${key}'`;
      expect((await app.pool.query(held)).rowCount).toBe(1); // the quick one's
      await app.pool.query(`update counter set capacity = capacity + 1 where id = '${counterId}'`);
      const retry = await slow.send("checkout.start", start, { key });
      expect([retry.status, retry.headers.get("idempotency-replayed")]).toEqual([200, null]);
      expect(retry.text).not.toBe(text);
    },
  },
  // Red when recordReply takes a reply of any size.
  {
    id: "I26",
    says: "a reply over 64 KiB is a fault that changes nothing, and no reply holds a token or a secret",
    expectHolds: async () => {
      const app = await createTestApp();
      const { variantId } = await makeVariant(app.db, { sku: "KULFI" });
      const device = app.device();
      const put = { baseVersion: 0, lines: [{ variantId, quantity: 1 }] };
      await app.pool.query("update product set title = repeat('long ', 20000)");
      const reply = await device.send("bag.put", put, { key });
      expect(reply.status).toBe(500);
      expect(reply.text.length).toBeLessThan(1_000);
      expect([await count(app, "cart"), await count(app, "idempotency_key")]).toEqual([0, 0]);
      await app.pool.query("update product set title = 'Kulfi'");
      expect((await device.send("bag.put", put, { key })).status).toBe(200);

      const { device: shopper, order } = await readyToPlace(app, { method: "card" });
      const { reference } = await shopper.shop.checkout.place.mutate(order);
      await shopper.shop.payment.open.mutate({ reference });
      await shopper.shop.order.cancel.mutate({ reference });
      const { rows } = await app.pool.query("select reply::text from idempotency_key");
      expect(rows.length).toBeGreaterThan(3);
      const kept = JSON.stringify(rows);
      for (const secret of [shopper.cookie().split("=")[1] ?? "?", "sk_test", "secret"]) {
        expect(kept).not.toContain(secret);
      }
    },
  },
  // Red when replies are kept in Redis and looked up there instead of in their table.
  {
    id: "I31",
    says: "Redis is no store of keys and no lock: emptied between any two steps, and gone, it changes no outcome",
    expectHolds: async () => {
      const redis = await startRedis({ searchPath: "/usr/bin:/usr/local/bin" });
      if (!redis) throw new Error("This test needs redis-server: apt-get install redis-server");
      const connection = connectRedis(redis.url, quiet);
      onTestFinished(() => connection.disconnect());
      await new Promise((resolve) => connection.once("ready", resolve));
      const app = await createTestApp({
        services: async ({ services }) => ({ ...services, limits: createLimits(connection) }),
      });
      await connection.flushall();
      const { device, order } = await readyToPlace(app);
      await connection.flushall();
      const first = await device.send("checkout.place", order, { key });
      await connection.flushall();
      expectReplay(await device.send("checkout.place", order, { key }), first);
      await redis.stop();
      expectReplay(await device.send("checkout.place", order, { key }), first);
      const next = await readyToPlace(app);
      expect((await next.device.send("checkout.place", next.order, { key })).status).toBe(200);
      expect(await count(app, "orders")).toBe(2);
      await expectInvariants(app.db);
    },
  },
];

async function age(app: TestApp, hours: number): Promise<void> {
  await app.pool.query(`update idempotency_key set created_at = now() - interval '${hours} hours'`);
}
