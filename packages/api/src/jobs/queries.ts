import type { JobState, ListJobs, OwedJob } from "@tuckshop/contracts/jobs";
import type { OrderId, OrderReference } from "@tuckshop/contracts/ids";
import type { Db, Tx } from "@tuckshop/db/schema";
import { sql } from "kysely";
import * as z from "zod/mini";
import { decodeCursor, encodeCursor } from "../cursor.ts";
import { errorLine } from "../redact.ts";

const stateOf = sql<JobState>`case
  when job.locked_at is not null then 'running'
  when job.attempts >= job.max_attempts then 'dead'
  when job.attempts > 0 then 'failing'
  else 'due' end`;

type Row = Omit<OwedJob, "order"> & { orderId: OrderId | null; reference: OrderReference | null };

const ListPosition = z.tuple([z.int()]);

/** What the workers owe, newest first, a page at a time. */
export async function jobPage(db: Db, { state, cursor, limit }: ListJobs) {
  const [before = null] = cursor ? decodeCursor(cursor, ListPosition) : [];
  const { rows } = await sql<Row>`
    select job.id, job.topic, job.subject_id as "subjectId", ${stateOf} as state, job.attempts,
      job.max_attempts as "attemptsMax", job.run_at as "dueAt", own.last_error as "lastError",
      orders.id as "orderId", orders.reference
    from audit.jobs as job
    join graphile_worker._private_jobs as own on own.id = job.id
    left join payment on payment.id = job.subject_id
    left join audit.refunds as refund on refund.id = job.subject_id
    left join orders on orders.id = coalesce(payment.order_id, refund.order_id, job.subject_id)
    where (${state ?? null}::text is null or ${stateOf} = ${state ?? null})
      and (${before}::bigint is null or job.id < ${before})
    order by job.id desc limit ${limit + 1}
  `.execute(db);
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    items: page.map(jobOf),
    nextCursor: rows.length > limit && last ? encodeCursor([last.id]) : null,
  };
}

const jobOf = ({ orderId, reference, lastError, ...row }: Row): OwedJob => ({
  ...row,
  lastError: lastError === null ? null : errorLine(lastError),
  order: orderId && reference ? { id: orderId, reference } : null,
});

/** Undefined when it is done, or never was. */
export async function jobState(tx: Tx, id: number): Promise<JobState | undefined> {
  const { rows } = await sql<{ state: JobState }>`
    select ${stateOf} as state from audit.jobs as job where job.id = ${id}
  `.execute(tx);
  return rows[0]?.state;
}
