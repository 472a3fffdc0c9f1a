import { machines, type StatefulTable } from "@tuckshop/contracts/machines";
import { sql } from "kysely";
import { expect, test } from "vitest";
import { makeCheckout } from "../testing/factories.ts";
import { expectInvariants } from "../testing/invariants.ts";
import { createTestDb } from "../testing/test-db.ts";
import { transition, type MachineEvent } from "./transition.ts";

const tables = Object.keys(machines) as StatefulTable[];

test("the database's legal moves are the machines' moves, no more and no fewer", async () => {
  const { db } = await createTestDb();
  const rows = await db.selectFrom("legal_move").selectAll().execute();
  const inDatabase = rows.map((r) => `${r.entity} ${r.event} ${r.from_state} ${r.to_state}`);
  const inMachines = tables.flatMap((table) =>
    Object.entries<{ from: readonly string[]; to: string }>(machines[table].events).flatMap(
      ([event, { from, to }]) => from.map((state) => `${table} ${event} ${state} ${to}`),
    ),
  );
  expect(inDatabase.toSorted()).toEqual(inMachines.toSorted());
});

test.each(tables)(
  "the state column of %s accepts the machine's states and no other",
  async (table) => {
    const { db } = await createTestDb();
    const { rows } = await sql<{ definition: string }>`
    select pg_get_constraintdef(oid) as definition from pg_constraint
    where conrelid = ${table}::regclass and contype = 'c'
      and pg_get_constraintdef(oid) like '%(state = ANY%' and conname = ${`${table}_state_check`}
  `.execute(db);
    const quoted = [...(rows[0]?.definition ?? "").matchAll(/'([a-z_]+)'/g)].map(
      (match) => match[1],
    );
    expect(quoted.toSorted()).toEqual([...machines[table].states].toSorted());
  },
);

// Red when `state = any(from)` is taken out of transitionAll: an ended checkout then moves again.
test("S46 every event is refused in every state that it may not start from", async () => {
  const { db } = await createTestDb();
  const { states, events } = machines.checkout;
  for (const state of states) {
    for (const event of Object.keys(events) as MachineEvent<"checkout">[]) {
      const id = await makeCheckout(db);
      const reach = {
        open: [],
        placed: ["place"],
        expired: ["expire"],
        cancelled: ["cancel"],
      } as const;
      await db.transaction().execute(async (tx) => {
        for (const step of reach[state])
          await transition(tx, "checkout", id, step, { actor: "test" });
      });
      const fire = db
        .transaction()
        .execute((tx) => transition(tx, "checkout", id, event, { actor: "test" }));
      if (machines.checkout.can(event, state)) await fire;
      else {
        await expect(fire).rejects.toMatchObject({
          refusal: { code: "ILLEGAL_TRANSITION", entity: "checkout", event, state },
        });
      }
    }
  }
  await expectInvariants(db, { without: ["placed-checkout-has-order"] });
});

test("S46 the database refuses an illegal move that bypasses the code", async () => {
  const { db } = await createTestDb();
  const id = await makeCheckout(db);
  const insert = db
    .insertInto("transition")
    .values({
      entity: "checkout",
      entity_id: id,
      seq: 2,
      event: "place",
      from_state: "expired",
      to_state: "placed",
      actor: "test",
    })
    .execute();
  await expect(insert).rejects.toMatchObject({ code: "23503" });
});
