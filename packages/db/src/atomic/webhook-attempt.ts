import { sql } from "kysely";
import type { Db, Tx } from "../schema.ts";
import { attemptsMax, backoffSeconds } from "./attempts.ts";
import { enqueue } from "./enqueue.ts";
import { moving, transition, transitionAll, type Mover } from "./transition.ts";

/**
 * A stored event that is being worked on for the `attempt`th time, which is the `turn`th since it was
 * received or redriven.
 */
export type WebhookAttempt = {
  id: string;
  type: string;
  payload: unknown;
  attempt: number;
  turn: number;
};

/** Far longer than the calls of one attempt may take together. */
const attemptSeconds = 60;
const batch = 200;

const unfinished = sql`state in ('received', 'retry')`;

/**
 * Takes an attempt before it is made, so that one which kills its process counts as well. Undefined
 * when the event has ended, or has no attempt left.
 */
export async function takeWebhookAttempt(db: Db, id: string): Promise<WebhookAttempt | undefined> {
  const { rows } = await sql<WebhookAttempt>`
    update webhook_event set attempt_count = attempt_count + 1,
      due_at = now() + make_interval(secs => ${attemptSeconds})
    where id = ${id} and ${unfinished} and attempt_count < attempt_limit
    returning id, type, payload, attempt_count as attempt,
      attempt_count - attempt_limit + ${attemptsMax} as turn
  `.execute(db);
  return rows[0];
}

/**
 * Records that an attempt failed: the event is kept and tried again later, or is dead when that was
 * the last. An attempt that another has overtaken changes nothing.
 */
export async function failWebhookAttempt(
  tx: Tx,
  { id, attempt, turn }: WebhookAttempt,
  error: string,
  mover: Mover,
): Promise<void> {
  const delaySeconds = backoffSeconds(turn);
  const { rows } = await sql<{ isDead: boolean }>`
    update webhook_event set last_error = ${error},
      due_at = now() + make_interval(secs => ${delaySeconds})
    where id = ${id} and attempt_count = ${attempt} and ${unfinished}
    returning attempt_count >= attempt_limit as "isDead"
  `.execute(tx);
  const [failed] = rows;
  if (!failed) return;
  await transitionAll(tx, "webhook_event", [id], failed.isDead ? "bury" : "postpone", mover);
  if (!failed.isDead) await owe(tx, id, delaySeconds);
}

/** Buries the events that have no attempt left and whose last one did not even report. Returns how many. */
export async function buryExhaustedWebhooks(db: Db, mover: Mover): Promise<number> {
  const { rows } = await sql`
    with exhausted as (
      select id from webhook_event where ${unfinished} and due_at <= now() and attempt_count >= attempt_limit
      order by id limit ${batch} for update
    ), ${moving("webhook_event", sql`array(select id from exhausted)`, "bury", mover)}
    select from webhook_event_moved
  `.execute(db);
  return rows.length;
}

/** Owes their job again to events that are due and have none: it was lost, or gave up. Returns how many. */
export async function oweLostWebhooks(tx: Tx): Promise<number> {
  const { rows } = await sql<{ id: string }>`
    select id from webhook_event where ${unfinished} and due_at <= now() and not exists (
      select from graphile_worker.jobs as job
      where job.key = 'webhook.apply:' || webhook_event.id and job.attempts < job.max_attempts
    )
    order by due_at limit ${batch}
  `.execute(tx);
  for (const { id } of rows) await owe(tx, id);
  return rows.length;
}

/** Gives a dead event as many attempts as a new one, or refuses when it is not dead. */
export async function redriveWebhookEvent(tx: Tx, id: string, mover: Mover): Promise<void> {
  await transition(tx, "webhook_event", id, "redrive", mover);
  await sql`
    update webhook_event set attempt_limit = attempt_count + ${attemptsMax}, due_at = now()
    where id = ${id}
  `.execute(tx);
  await owe(tx, id);
}

const owe = (tx: Tx, eventId: string, delaySeconds = 0): Promise<void> =>
  enqueue(tx, "webhook.apply", { eventId }, { delaySeconds });
