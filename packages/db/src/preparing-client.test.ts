import { sql } from "kysely";
import { expect, test } from "vitest";
import { createClient } from "./client.ts";
import { isTransient } from "./transient.ts";
import { createTestDb } from "./testing/test-db.ts";

const preparedOf = async (url: string, prepares: boolean) => {
  const { db, close } = createClient({ url, connectionsMax: 1, prepares });
  for (let run = 0; run < 3; run++) await sql`select ${run}::int as run`.execute(db);
  const { rows } = await sql`
    select from pg_prepared_statements where statement = 'select $1::int as run'
  `.execute(db);
  await close();
  return rows.length;
};

test("a text is prepared once for a connection, and never where the pool must not", async () => {
  const { url } = await createTestDb();
  expect(await preparedOf(url, true)).toBe(1);
  expect(await preparedOf(url, false)).toBe(0);
});

// Red when PreparingClient goes on preparing after the error: the second try then fails as the first.
test("V44 a migration beneath a prepared text costs one transient error a connection, not more", async () => {
  const { url, db: owner } = await createTestDb();
  const { db, close } = createClient({ url, connectionsMax: 1 });
  const look = () => sql`select * from zone where fee_minor > ${1}`.execute(db);
  await look();
  await sql`alter table zone add column later text`.execute(owner);
  const error = await look().catch((reason: unknown) => reason);
  expect(isTransient(error)).toBe(true);
  expect((await look()).rows).toEqual([]);
  await close();
});
