import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { waitUntil } from "@tuckshop/testing/wait-until";
import { sql } from "kysely";
import { expect, test } from "vitest";
import { seed } from "../seed.ts";
import { expectInvariants, expectSettled } from "../testing/invariants.ts";
import { createTestDb } from "../testing/test-db.ts";
import { makeBusyShop } from "./busy-shop.fixture.ts";
import type { Check } from "./check.ts";
import { checks } from "./checks.ts";
import { dropConstraints } from "./corruption.fixture.ts";
import { moneyCorruptions } from "./money-corruptions.fixture.ts";
import { orderCorruptions } from "./order-corruptions.fixture.ts";
import { processCorruptions } from "./process-corruptions.fixture.ts";
import { refundCorruptions } from "./refund-corruptions.fixture.ts";
import { runDoctor, type CheckResult } from "./run-doctor.ts";
import { stockCorruptions } from "./stock-corruptions.fixture.ts";

const corruptions = [
  ...stockCorruptions,
  ...orderCorruptions,
  ...moneyCorruptions,
  ...refundCorruptions,
  ...processCorruptions,
];

const found = (results: readonly CheckResult[]) => results.filter(({ count }) => count > 0);

const checkOf = (query: string): Check => ({
  name: "of-the-test",
  says: "A check of the test's own.",
  settled: false,
  sql: query,
});

test("a seeded shop has nothing to find", async () => {
  const { db } = await createTestDb({ connectionsMax: 2 });
  await db.transaction().execute(seed);
  expect(found(await runDoctor(db))).toEqual([]);
});

test("a shop in the middle of its day has nothing to find, with or without its constraints", async () => {
  const { db } = await createTestDb({ connectionsMax: 2 });
  await makeBusyShop(db);
  expect(found(await runDoctor(db))).toEqual([]);
  await dropConstraints(db);
  expect(found(await runDoctor(db))).toEqual([]);
});

test("every check is named once, and has been seen to find something", () => {
  const names = checks.map((check) => check.name);
  expect(new Set(names).size).toBe(names.length);
  expect(new Set(corruptions.map(({ check }) => check))).toEqual(new Set(names));
});

test.each(corruptions)("$check finds the row that does not hold (%#)", async (corruption) => {
  const { db } = await createTestDb({ connectionsMax: 2 });
  const shop = await makeBusyShop(db);
  await dropConstraints(db);
  await sql.raw(corruption.damage(shop)).execute(db);

  const result = found(await runDoctor(db)).find(({ check }) => check.name === corruption.check);

  expect(result?.count).toBeGreaterThan(0);
  const named = result?.rows.some((row) => Object.values(row).includes(corruption.names(shop)));
  expect(named, JSON.stringify(result?.rows)).toBe(true);
});

test("the tests' own invariants are the doctor's, and name what is wrong", async () => {
  const { db } = await createTestDb({ connectionsMax: 2 });
  const { paid } = await makeBusyShop(db);
  await expectInvariants(db);
  await expect(expectSettled(db)).rejects.toThrow("nothing-held");
  await sql`update orders set state = 'packed' where id = ${paid.orderId}`.execute(db);
  await expect(expectInvariants(db)).rejects.toThrow("state-equals-history");
});

test("no more rows are shown than asked for, and all are counted", async () => {
  const { db } = await createTestDb({ connectionsMax: 2 });
  const check = checkOf("select n from generate_series(1, 100) as n");
  const [result] = await runDoctor(db, { rowsMax: 3, checks: [check] });
  expect(result).toMatchObject({ count: 100, rows: [{}, {}, {}] });
});

test("a check that would write is refused by the database", async () => {
  const { db } = await createTestDb({ connectionsMax: 2 });
  const check = checkOf("insert into effect (key) values ('written') returning key");
  await expect(runDoctor(db, { checks: [check] })).rejects.toThrow("read-only transaction");
  expect(await db.selectFrom("effect").selectAll().execute()).toEqual([]);
});

// Red when the run is read committed, or a transaction for each check.
test("all checks see the same instant, whatever is committed meanwhile", async () => {
  const { db } = await createTestDb({ connectionsMax: 4 });
  const count = checkOf("select count(*) as effects from audit.effects");
  const wait = checkOf("select pg_advisory_xact_lock(7)::text as waited");
  const results = await db.connection().execute(async (blocker) => {
    await sql`select pg_advisory_lock(7)`.execute(blocker);
    const running = runDoctor(db, { checks: [count, wait, count] });
    await waitUntil(async () => {
      const { rows } = await sql`
        select from pg_locks where locktype = 'advisory' and not granted and database =
          (select oid from pg_database where datname = current_database())
      `.execute(db);
      return rows.length === 1;
    });
    await db.insertInto("effect").values({ key: "meanwhile" }).execute();
    await sql`select pg_advisory_unlock(7)`.execute(blocker);
    return await running;
  });
  expect(results.map(({ rows }) => rows[0])).toEqual([
    { effects: 0 },
    { waited: "" },
    { effects: 0 },
  ]);
});

test("the views tell nobody's name, phone, address, hash or reply", async () => {
  const { db } = await createTestDb({ connectionsMax: 2 });
  const { rows } = await sql<{ column: string }>`
    select table_name || '.' || column_name as column from information_schema.columns
    where table_schema = 'audit'
      and column_name ~ 'name|phone|address|email|note|hash|fingerprint|body|params|payload|reason|url|area|pincode'
  `.execute(db);
  expect(rows).toEqual([]);
});

/** The command itself, as a terminal starts it. */
function doctor(environment: Record<string, string>, ...words: string[]) {
  const file = fileURLToPath(new URL("doctor.ts", import.meta.url));
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ["--conditions=source", "--import", "tsx", file, ...words],
    {
      env: environment,
      encoding: "utf8",
      cwd: fileURLToPath(new URL("../../../..", import.meta.url)),
    },
  );
  return { status, stdout, stderr };
}

test("the command prints a line per check and exits 0, or names the rows and exits 1", async () => {
  const { db, url } = await createTestDb({ connectionsMax: 2 });
  const { paid } = await makeBusyShop(db);
  const well = doctor({ DATABASE_URL: url });
  expect(well).toMatchObject({ status: 0, stderr: "" });
  for (const { name } of checks) expect(well.stdout).toContain(`ok    ${name} `);
  await sql`update orders set state = 'packed' where id = ${paid.orderId}`.execute(db);
  const ill = doctor({ DATABASE_URL: url });
  expect(ill.status).toBe(1);
  expect(ill.stdout).toMatch(/^FOUND state-equals-history +1 row\./m);
  expect(ill.stdout).toContain(paid.orderId);
  const json = JSON.parse(doctor({ DATABASE_URL: url }, "--json").stdout) as { name: string }[];
  expect(json).toContainEqual(
    expect.objectContaining({ name: "state-equals-history", settled: false, count: 1 }),
  );
});

test("the command exits 2 when it cannot look, and says why", async () => {
  expect(doctor({})).toMatchObject({ status: 2, stderr: expect.stringContaining("DATABASE_URL") });
  const nowhere = "postgres://nobody@127.0.0.1:1/nothing";
  expect(doctor({ DATABASE_URL: nowhere }, "--loud")).toMatchObject({
    status: 2,
    stderr: expect.stringContaining("Usage"),
  });
  expect(doctor({ DATABASE_URL: nowhere })).toMatchObject({
    status: 2,
    stderr: expect.stringContaining("ECONNREFUSED"),
  });
});
