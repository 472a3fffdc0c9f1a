import { request } from "node:http";
import { createSessions } from "@tuckshop/api/accounts/sessions";
import type { TestShop } from "@tuckshop/api/testing/test-shop";
import { createClient } from "@tuckshop/db/client";
import { expectInvariants } from "@tuckshop/db/testing/invariants";
import { times } from "@tuckshop/testing/race";
import { tcpFault, type TcpFault } from "@tuckshop/testing/tcp-fault";
import { waitUntil } from "@tuckshop/testing/wait-until";
import { expect, onTestFinished } from "vitest";
import { createTestApp, type Reply, type TestApp } from "../testing/test-app.ts";
import {
  count,
  expectRefusal,
  expectReplay,
  hold,
  readyToPlace,
  somebodyWaits,
  type Row,
} from "./row.fixture.ts";

/** What happens while a command is at work, and when its database or its client goes away. */
export const flightRows: readonly Row[] = [
  // Red without the advisory lock: the copies then wait, with a connection each.
  {
    id: "I6",
    says: "copies of a key in flight are told so at once and hold no connection; one of them runs",
    expectHolds: async () => {
      const app = await createTestApp({ connectionsMax: 8 });
      const { device, order, key } = await readyToPlace(app);
      const release = await hold(app, "select from cart");
      const first = device.send("checkout.place", order, { key });
      await somebodyWaits(app);
      const copies = await Promise.all(
        times(12, () => device.send("checkout.place", order, { key })),
      );
      for (const copy of copies) {
        expectRefusal(copy, 409, "IDEMPOTENCY_IN_PROGRESS");
        expect(copy.headers.get("retry-after")).toBe("1");
      }
      await release();
      const answer = await first;
      expectReplay(await device.send("checkout.place", order, { key }), answer);
      expect(await count(app, "orders")).toBe(1);
      await expectInvariants(app.db);
    },
  },
  // Red when inTransaction does not try again.
  {
    id: "I7",
    says: "a connection lost before COMMIT leaves nothing behind, the claim included, and the command runs again",
    expectHolds: async () => {
      const { app, wire } = await overWire();
      const { device, order, key } = await readyToPlace(app);
      const cut = wire.cutOn("commit", "before");
      const first = await device.send("checkout.place", order, { key });
      await cut;
      expect(first.status).toBe(200);
      expect(first.headers.get("idempotency-replayed")).toBeNull();
      expectReplay(await device.send("checkout.place", order, { key }), first);
      expect(await count(app, "orders")).toBe(1);
      await expectInvariants(app.db);
    },
  },
  // Red when attemptsMax is 1.
  {
    id: "I21",
    says: "what passes by itself is tried three times in all, then answered 503 with Retry-After, and never stored",
    expectHolds: async () => {
      const app = await createTestApp();
      const { device, order, key } = await readyToPlace(app);
      const place = () => device.send("checkout.place", order, { key });
      for (const state of ["40001", "40P01", "55P03", "57P01", "08006"]) {
        await failing(app, { state, tries: 9 });
        const reply = await place();
        expectRefusal(reply, 503, "TOO_BUSY");
        expect(reply.headers.get("retry-after")).toBe("1");
        expect(await tries(app), state).toBe(3);
      }
      expect(await count(app, "orders")).toBe(0);
      await failing(app, { state: "40001", tries: 2 });
      const reply = await place();
      expect([reply.status, reply.headers.get("idempotency-replayed")]).toEqual([200, null]);
      expect(await tries(app)).toBe(3);
      expect(await count(app, "orders")).toBe(1);
    },
  },
  // Red when inTransaction does not try again.
  {
    id: "I22",
    says: "a connection lost in COMMIT: the outcome is looked up by the key on another one, and answered",
    expectHolds: async () => {
      const { app, wire } = await overWire();
      const { device, order, key } = await readyToPlace(app);
      const cut = wire.cutOn("commit", "after");
      const first = await device.send("checkout.place", order, { key });
      await cut;
      expect(first.status).toBe(200);
      const again = await device.send("checkout.place", order, { key });
      expect([again.status, again.text]).toEqual([200, first.text]);
      expect(await count(app, "orders")).toBe(1);
      await expectInvariants(app.db);
    },
  },
  // Red when no reply is recorded.
  {
    id: "I25",
    says: "of a client that hangs up in the middle the command is finished, and its retry gets the true result",
    expectHolds: async () => {
      const app = await createTestApp();
      const port = await app.listen();
      const { device, order, key } = await readyToPlace(app);
      const release = await hold(app, "select from cart");
      const gone = request({
        port,
        path: "/trpc/checkout.place",
        method: "POST",
        headers: {
          "content-type": "application/json",
          "idempotency-key": key,
          cookie: device.cookie(),
        },
      });
      gone.on("error", () => {});
      gone.end(JSON.stringify(order));
      await somebodyWaits(app);
      gone.destroy();
      await release();
      await waitUntil(async () => (await count(app, "orders")) === 1, { what: "the order" });
      const retry = await device.send("checkout.place", order, { key });
      expect(retry.headers.get("idempotency-replayed")).toBe("true");
      expect(JSON.parse(retry.text)).toMatchObject({ result: { data: { state: "confirmed" } } });
      expect(await count(app, "orders")).toBe(1);
      await expectInvariants(app.db);
    },
  },
  // Red without limitInFlight.
  {
    id: "I27",
    says: "of a hundred changes of one shopper at a time twenty are worked on, the others answered 429",
    expectHolds: async () => {
      const app = await createTestApp({ connectionsMax: 24 });
      const device = app.device();
      await device.shop.bag.put.mutate({ baseVersion: 0, lines: [] });
      const release = await hold(app, "select from cart");
      const refused: Reply[] = [];
      const replies = times(100, async (at) => {
        const key = `put-number-${at}-of-100`;
        const reply = await device.send("bag.put", { baseVersion: 1, lines: [] }, { key });
        if (reply.status === 429) refused.push(reply);
        return reply.status;
      });
      // The others stand in the queue for the bag, with a connection each.
      await waitUntil(() => refused.length === 80, { what: "eighty to be refused" });
      await release();
      for (const reply of refused) expectRefusal(reply, 429, "TOO_MANY_REQUESTS");
      const statuses = await Promise.all(replies);
      expect(statuses.filter((status) => status === 200)).toHaveLength(1);
      expect(statuses.filter((status) => status === 409)).toHaveLength(19);
      expect(await device.shop.bag.get.query()).toMatchObject({ version: 2 });
    },
  },
];

/** An app whose every request goes to the database over a wire that can be cut. */
async function overWire(): Promise<{ app: TestApp; wire: TcpFault }> {
  const wires: TcpFault[] = [];
  const services = async (shop: TestShop) => {
    const url = new URL(shop.url);
    const wire = await tcpFault(Number(url.port));
    url.port = String(wire.port);
    const { db, close } = createClient({ url: url.href, connectionsMax: 4 });
    onTestFinished(async () => {
      await close();
      await wire.stop();
    });
    wires.push(wire);
    return { ...shop.services, db, sessions: createSessions(db, { secure: false }) };
  };
  const app = await createTestApp({ services });
  const [wire] = wires;
  if (!wire) throw new Error("There is no wire.");
  return { app, wire };
}

/** The next so many orders fail with this SQLSTATE; a sequence counts them, for no rollback undoes it. */
async function failing(app: TestApp, { state, tries }: { state: string; tries: number }) {
  await app.pool.query(`
    drop sequence if exists tries; create sequence tries;
    create or replace function fail() returns trigger language plpgsql as $$ begin
      if nextval('tries') <= ${tries} then raise exception 'passing' using errcode = '${state}'; end if;
      return new;
    end $$;
    create or replace trigger fail before insert on orders for each row execute function fail();
  `);
}

async function tries(app: TestApp): Promise<number> {
  const { rows } = await app.pool.query("select last_value::int as tries from tries");
  return (rows[0] as { tries: number }).tries;
}
