import { sql } from "kysely";
import { expect, test } from "vitest";
import type { Db } from "./schema.ts";
import { seed } from "./seed.ts";
import { expectInvariants } from "./testing/invariants.ts";
import { createTestDb } from "./testing/test-db.ts";

const inTransaction = (db: Db) => db.transaction().execute(seed);

const counts = async (db: Db) => {
  const { rows } = await sql`
    select (select count(*) from product) as products, (select count(*) from variant) as variants,
      (select count(*) from counter_entry) as entries, (select sum(capacity) from counter) as pieces
  `.execute(db);
  return rows[0];
};

test("S56 the seed fills an empty shop, and a second one changes nothing", async () => {
  const { db } = await createTestDb();
  expect(await inTransaction(db)).toBe(true);
  const once = await counts(db);
  expect(await inTransaction(db)).toBe(false);
  expect(await counts(db)).toEqual(once);
  expect(once).toMatchObject({ products: expect.toSatisfy((n: number) => n >= 200) });
  await expectInvariants(db);
});

// Red when the shop is inserted without `on conflict`: the second seed then ends as a fault.
test("S56 two seeds at the same time make one shop", async () => {
  const { db } = await createTestDb();
  const seeded = await Promise.all([inTransaction(db), inTransaction(db)]);
  expect(seeded.toSorted()).toEqual([false, true]);
  await expectInvariants(db);
});
