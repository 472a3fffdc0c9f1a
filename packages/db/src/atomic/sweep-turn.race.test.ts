import { sql } from "kysely";
import { expect, test } from "vitest";
import { makeCheckout } from "../testing/factories.ts";
import { createTestDb } from "../testing/test-db.ts";
import { takeTurns } from "./sweep-turn.ts";

const open = sql<boolean>`state = 'open'`;

// Red when takeTurns orders by id alone: the first two then come again and again.
test("S44 whoever had a turn goes to the end of the line, and newcomers come before them", async () => {
  const { db } = await createTestDb();
  const ids = [];
  for (let made = 0; made < 5; made++) ids.push(await makeCheckout(db));
  const [first, second, third, fourth, fifth] = ids.toSorted();
  expect(await takeTurns(db, "checkout", open, 2)).toEqual([first, second]);
  expect(await takeTurns(db, "checkout", open, 2)).toEqual([third, fourth]);
  const newcomer = await makeCheckout(db);
  expect(await takeTurns(db, "checkout", open, 2)).toEqual([fifth, newcomer].toSorted());
  expect(await takeTurns(db, "checkout", open, 2)).toEqual([first, second]);
});

// Red without SKIP LOCKED, and without FOR UPDATE: the second then waits for the first.
test("S44 a sweep takes other rows than the one beside it, and does not wait for it", async () => {
  const { db } = await createTestDb({ connectionsMax: 2 });
  for (let made = 0; made < 4; made++) await makeCheckout(db);
  await db.transaction().execute(async (one) => {
    const taken = await takeTurns(one, "checkout", open, 2);
    const beside = await db.transaction().execute(async (other) => {
      await sql`set local lock_timeout = '1s'`.execute(other);
      return takeTurns(other, "checkout", open, 4);
    });
    expect(beside).toHaveLength(2);
    expect(new Set([...taken, ...beside]).size).toBe(4);
  });
});
