import { sql } from "kysely";
import type { Db } from "../schema.ts";

/**
 * Drops jobs that ended badly after another had taken their place. When a job is owed again while it
 * runs, the queue gives its key to the new one and marks it as out of attempts, so that it is not
 * tried twice; if it then fails, or its worker dies, it stays behind and looks like a dead letter.
 * Every job of ours has a key (`enqueue.ts`), so one without has been replaced. Returns how many.
 */
export async function dropSupersededJobs(db: Db): Promise<number> {
  const { rows } = await sql`
    delete from graphile_worker._private_jobs
    where key is null and attempts >= max_attempts and locked_at is null
    returning id
  `.execute(db);
  return rows.length;
}
