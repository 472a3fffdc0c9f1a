import { sql } from "kysely";
import type { Db } from "../schema.ts";
import type { Check } from "./check.ts";
import { checks as everyCheck } from "./checks.ts";

/** One offending row, as its check names it. */
export type Finding = Record<string, unknown>;

/** `rows` are the first of the `count` rows that offend. */
export type CheckResult = { check: Check; rows: Finding[]; count: number; ms: number };

export type DoctorOptions = {
  rowsMax?: number;
  checks?: readonly Check[];
  /** Above the pool's own limit: a big ledger takes its time, and nothing waits for the doctor. */
  statementTimeoutSeconds?: number;
};

/**
 * Runs checks in one read-only snapshot: nothing is changed, nobody is blocked, and all of them see
 * the database at the same instant, however busy it is.
 */
export async function runDoctor(
  db: Db,
  { rowsMax = 20, checks = everyCheck, statementTimeoutSeconds = 300 }: DoctorOptions = {},
): Promise<CheckResult[]> {
  return await db
    .transaction()
    .setIsolationLevel("repeatable read")
    .setAccessMode("read only")
    .execute(async (tx) => {
      await sql`
        select set_config('statement_timeout', ${`${statementTimeoutSeconds}s`}, true)
      `.execute(tx);
      const results: CheckResult[] = [];
      for (const check of checks) results.push(await runCheck(tx, check, rowsMax));
      return results;
    });
}

async function runCheck(tx: Db, check: Check, rowsMax: number): Promise<CheckResult> {
  const start = performance.now();
  const { rows } = await sql<{ count: number; rows: Finding[] }>`
    with found as materialized (${sql.raw(check.sql)})
    select (select count(*) from found) as count, coalesce(json_agg(shown), '[]') as rows
    from (select * from found order by found::text limit ${rowsMax}) as shown
  `
    .execute(tx)
    .catch((cause: unknown) => {
      const reason = cause instanceof Error ? cause.message : String(cause);
      throw new Error(`The check ${check.name} could not run: ${reason}`, { cause });
    });
  const [found] = rows;
  const ms = Math.round(performance.now() - start);
  return { check, rows: found?.rows ?? [], count: found?.count ?? 0, ms };
}
