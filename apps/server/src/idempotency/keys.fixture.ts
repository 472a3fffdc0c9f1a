import { connect } from "node:net";
import { makeStaff } from "@tuckshop/api/accounts/make-staff";
import { fingerprint } from "@tuckshop/api/middleware/fingerprint";
import { appRouter } from "@tuckshop/api/router";
import { makeVariant } from "@tuckshop/db/testing/factories";
import { expect } from "vitest";
import { createTestApp, type Device, type TestApp } from "../testing/test-app.ts";
import {
  count,
  expectRefusal,
  expectReplay,
  hold,
  readyToPlace,
  somebodyWaits,
  type Row,
} from "./row.fixture.ts";

const key = "the-very-same-key";
const put = { baseVersion: 0, lines: [] };

/** What a key is, what it names, and who must bring one. */
export const keyRows: readonly Row[] = [
  // Red without the advisory lock, or when the reply is kept in another transaction.
  {
    id: "I1",
    says: "a first use claims its key inside the command's own transaction: nothing is seen before its commit",
    expectHolds: async () => {
      const app = await createTestApp();
      const { device, order, key: placing } = await readyToPlace(app);
      const before = await count(app, "idempotency_key");
      const release = await hold(app, "select from cart");
      const first = device.send("checkout.place", order, { key: placing });
      await somebodyWaits(app);
      expect(await count(app, "idempotency_key")).toBe(before);
      const { rowCount: locks } = await app.pool.query(
        "select from pg_locks where locktype = 'advisory' and database = (select oid from pg_database where datname = current_database())",
      );
      expect(locks).toBe(1);
      await release();
      expect((await first).status).toBe(200);
      const { rows } = await app.pool.query(
        `select k.op, k.xmin = o.xmin as together, k.reply ->> 'reference' = o.reference as same
         from idempotency_key k, orders o where k.key = '${placing}'`,
      );
      expect(rows).toEqual([{ op: "checkout.place", together: true, same: true }]);
    },
  },
  // Red when claimKey reads the earlier reply without counting the replay.
  {
    id: "I2",
    says: "a repeat is the same answer to the byte; it asks nobody outside, writes no new row, and is counted before it is given",
    expectHolds: async () => {
      const app = await createTestApp();
      const { device, order } = await readyToPlace(app, { method: "card" });
      const { reference } = await device.shop.checkout.place.mutate(order);
      await device.shop.payment.open.mutate({ reference });
      const first = await device.send("payment.payCash", { reference }, { key });
      const asked = app.simulator.requests().length;
      const rows = await count(app, "idempotency_key");

      const release = await hold(app, "select from idempotency_key");
      let answered = false;
      const repeat = device
        .send("payment.payCash", { reference }, { key })
        .finally(() => (answered = true));
      await somebodyWaits(app);
      expect(answered).toBe(false);
      await release();
      expectReplay(await repeat, first);
      expect(app.simulator.requests()).toHaveLength(asked);
      expect(await count(app, "idempotency_key")).toBe(rows);
      const row = await app.db
        .selectFrom("idempotency_key")
        .select("replay_count")
        .where("key", "=", key)
        .executeTakeFirst();
      expect(row).toEqual({ replay_count: 1 });
    },
  },
  // Red when claimKey does not compare fingerprints.
  {
    id: "I3",
    says: "a key with another body is refused and runs nothing, and the first still replays",
    expectHolds: async () => {
      const app = await createTestApp();
      const { variantId } = await makeVariant(app.db, { sku: "KULFI" });
      const device = app.device();
      const one = { baseVersion: 0, lines: [{ variantId, quantity: 1 }] };
      const two = { baseVersion: 1, lines: [{ variantId, quantity: 2 }] };
      const first = await device.send("bag.put", one, { key });
      expectRefusal(await device.send("bag.put", two, { key }), 422, "IDEMPOTENCY_KEY_REUSED");
      expect(await device.shop.bag.get.query()).toMatchObject({ version: 1, itemCount: 1 });
      expectReplay(await device.send("bag.put", one, { key }), first);
    },
  },
  // Red when the fingerprint leaves the op out.
  {
    id: "I4",
    says: "a key of another op is a key reused, were the body the same",
    expectHolds: async () => {
      const app = await createTestApp();
      const { device, order } = await readyToPlace(app, { method: "card" });
      const { reference } = await device.shop.checkout.place.mutate(order);
      const first = await device.send("order.cancel", { reference }, { key });
      expectRefusal(
        await device.send("payment.payCash", { reference }, { key }),
        422,
        "IDEMPOTENCY_KEY_REUSED",
      );
      expectReplay(await device.send("order.cancel", { reference }, { key }), first);
    },
  },
  // Red when canonicalJson does not sort.
  {
    id: "I5",
    says: "the fingerprint is of the raw input: blind to the order of its keys, headers and language, not to what parsing takes away",
    expectHolds: async () => {
      const app = await createTestApp();
      const { device, order } = await readyToPlace(app);
      const first = await device.send("checkout.place", order, { key });
      const turned = Object.fromEntries(Object.entries(order).toReversed());
      const headers = { "accept-language": "hi", "user-agent": "another" };
      expectReplay(
        await device.send("checkout.place", JSON.stringify(turned, null, 2), { key, headers }),
        first,
      );
      const padded = { ...order, contact: { ...order.contact, name: ` ${order.contact.name}` } };
      for (const body of [padded, { ...order, unknown: 1 }]) {
        expectRefusal(
          await device.send("checkout.place", body, { key }),
          422,
          "IDEMPOTENCY_KEY_REUSED",
        );
      }
      const same = fingerprint("op", { a: 1, b: { c: [1, 2], d: undefined } });
      expect(fingerprint("op", { b: { c: [1, 2] }, a: 1 })).toBe(same);
      expect(fingerprint("op", { b: { c: [2, 1] }, a: 1 })).not.toBe(same);
    },
  },
  // Red when any mutation is no command any more, as bag.put without `idempotent`.
  {
    id: "I12",
    says: "every change of stock, money or an order needs a key, and no query does",
    expectHolds: async () => {
      const app = await createTestApp();
      const keyless = new Set([
        "staff.session.signIn",
        "staff.session.signOut",
        // Tasks: their own stored key makes them safe to repeat.
        "payment.open",
        "payment.sync",
      ]);
      const owner = await ownerDevice(app);
      const { device, order } = await readyToPlace(app, { method: "card" });
      const { reference } = await device.shop.checkout.place.mutate(order);
      const procedures = Object.entries(
        appRouter._def.procedures as object as Record<string, { _def: { type: string } }>, // flat, by path
      );
      const mutations = procedures.filter(([, { _def }]) => _def.type === "mutation");
      expect(mutations.length).toBeGreaterThan(keyless.size);
      for (const [op] of mutations.filter(([name]) => !keyless.has(name))) {
        const sender = op.startsWith("staff.") ? owner : device;
        expectRefusal(await sender.send(op, { reference }), 400, "IDEMPOTENCY_KEY_REQUIRED");
      }
      const asked = await app.app.request("/trpc/shop.info", {
        headers: { "idempotency-key": "no key" },
      });
      expect(asked.status).toBe(200);
    },
  },
  // Red when the format lets a comma, a space or a fifteenth character pass.
  {
    id: "I13",
    says: "a key is 16 to 255 of [A-Za-z0-9._:-], bare or quoted, case-sensitive, and belongs to one principal; anything else is a 400",
    expectHolds: async () => {
      const app = await createTestApp();
      const device = app.device();
      const send = (given: string) => device.send("bag.put", put, { key: given });
      const first = await send("aZ09._:-aZ09._:-");
      expectReplay(await send('"aZ09._:-aZ09._:-"'), first);
      expectRefusal(await send("Az09._:-aZ09._:-"), 409, "VERSION_CONFLICT"); // another key: it ran
      expectRefusal(await send("a".repeat(255)), 409, "VERSION_CONFLICT");
      const stranger = await app.device().send("bag.put", put, { key: "aZ09._:-aZ09._:-" });
      expect(stranger.status).toBe(200);
      expect(stranger.headers.get("idempotency-replayed")).toBeNull();
      const wrong = [
        "",
        "a".repeat(15),
        "a".repeat(256),
        "with a space in it",
        "with,a,comma,in,it",
        '"half-quoted-key-x',
        'half-quoted-key-x"',
        `"${"a".repeat(15)}"`,
        '""a-quoted-quoted-key""',
        "a-key-with-a-slash/x",
        "a-key-with-an-é-in-it",
      ];
      for (const given of wrong) expectRefusal(await send(given), 400, "IDEMPOTENCY_KEY_INVALID");

      const port = await app.listen();
      const twice = header("the-very-same-key") + header("the-very-same-key");
      for (const raw of [twice, header("schlüssel-schlüssel"), header("a-key-with-\x01-in-it")]) {
        expect(await statusOfRaw(port, raw), raw).toBe(400);
      }
    },
  },
  // Red when keyOf does not ask how many calls came.
  {
    id: "I24",
    says: "a batch of several calls under one key is refused, each of them, and changes nothing",
    expectHolds: async () => {
      const app = await createTestApp();
      const device = app.device();
      const batch = await device.send("bag.put,bag.put?batch=1", { 0: put, 1: put }, { key });
      const answers = JSON.parse(batch.text) as { error: { data: { refusal: unknown } } }[];
      expect(answers.map((answer) => answer.error.data.refusal)).toMatchObject([
        { code: "IDEMPOTENCY_KEY_INVALID" },
        { code: "IDEMPOTENCY_KEY_INVALID" },
      ]);
      expect(await count(app, "cart")).toBe(0);
    },
  },
];

async function ownerDevice(app: TestApp): Promise<Device> {
  const member = { email: "owner@shop.test", password: "correct horse battery staple" };
  await app.db
    .transaction()
    .execute((tx) => makeStaff(tx, { ...member, name: "Owner", role: "owner" }));
  const device = app.device();
  await device.shop.staff.session.signIn.mutate(member);
  return device;
}

const header = (value: string) => `idempotency-key: ${value}\r\n`;

/** The status of a bag.put with these header bytes, of which a fetch would refuse some. */
async function statusOfRaw(port: number, header: string): Promise<number> {
  const body = JSON.stringify(put);
  const socket = connect(port, "127.0.0.1");
  socket.write(
    `POST /trpc/bag.put HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: application/json\r\n` +
      `content-length: ${body.length}\r\nconnection: close\r\n${header}\r\n${body}`,
  );
  let answer = "";
  for await (const chunk of socket) answer += String(chunk);
  return Number(/^HTTP\/1.1 (\d{3})/.exec(answer)?.[1]);
}
