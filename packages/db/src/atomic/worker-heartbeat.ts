import { sql } from "kysely";
import type { Db } from "../schema.ts";

/** A worker that has not beaten for so long is taken for dead. */
const deadAfterSeconds = 20;

/** Says that these workers are alive. */
export async function beat(db: Db, workerIds: readonly string[]): Promise<void> {
  if (workerIds.length === 0) return;
  await sql`
    insert into worker_heartbeat (worker_id) select unnest(${workerIds}::text[])
    on conflict (worker_id) do update set beat_at = now()
  `.execute(db);
}

/**
 * Gives the jobs of dead workers to the living. The queue itself would wait four hours. Returns how
 * many workers were found dead.
 */
export async function releaseDeadWorkersJobs(db: Db): Promise<number> {
  const { rows } = await sql<{ worker_id: string }>`
    with dead as (
      delete from worker_heartbeat
      where beat_at < now() - make_interval(secs => ${deadAfterSeconds})
      returning worker_id
    ), orphaned as (
      select distinct locked_by as worker_id from graphile_worker._private_jobs as job
      where locked_by is not null and locked_at < now() - make_interval(secs => ${deadAfterSeconds})
        and not exists (select from worker_heartbeat as alive where alive.worker_id = job.locked_by)
    )
    select worker_id from dead union select worker_id from orphaned
  `.execute(db);
  if (rows.length === 0) return 0;
  await sql`
    select graphile_worker.force_unlock_workers(${rows.map((row) => row.worker_id)}::text[])
  `.execute(db);
  return rows.length;
}

/** Takes workers that end in order off the list. */
export async function sayGoodbye(db: Db, workerIds: readonly string[]): Promise<void> {
  await db
    .deleteFrom("worker_heartbeat")
    .where("worker_id", "in", [...workerIds, ""])
    .execute();
}
