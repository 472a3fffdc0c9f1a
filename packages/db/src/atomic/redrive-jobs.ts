import type { Topic } from "@tuckshop/contracts/topics";
import { sql } from "kysely";
import type { Tx } from "../schema.ts";

/**
 * Gives dead letters all their attempts again, due at once: one, or those of a topic. A job that is
 * not dead, or that another redrives at this moment, is left alone. Returns how many it was.
 */
export async function redriveDeadJobs(
  tx: Tx,
  which: { jobId: number } | { topic: Topic },
): Promise<number> {
  const chosen =
    "jobId" in which ? sql`job.id = ${which.jobId}` : sql`task.identifier = ${which.topic}`;
  const { rows } = await sql`
    with dead as materialized (
      select job.id from graphile_worker._private_jobs as job
      join graphile_worker._private_tasks as task on task.id = job.task_id
      where job.attempts >= job.max_attempts and job.locked_at is null and ${chosen}
      order by job.id for update of job
    )
    select id from graphile_worker.reschedule_jobs(
      array(select id from dead), run_at => now(), attempts => 0
    )
  `.execute(tx);
  return rows.length;
}
