import { sql } from "kysely";
import type { Db } from "../schema.ts";

/** The right to do something outside, for a while; or that it is done, or another is at it. */
export type EffectClaim = { attempt: number } | "done" | "taken";

/**
 * Claims an effect before it is done. One statement decides: of any number who ask at once one gets
 * it, and after `seconds` without word from that one the next.
 */
export async function claimEffect(db: Db, key: string, seconds: number): Promise<EffectClaim> {
  const { rows } = await sql<{ attempt: number }>`
    insert into effect (key, done_at, claimed_until)
    values (${key}, null, now() + make_interval(secs => ${seconds}))
    on conflict (key) do update
      set attempt_count = effect.attempt_count + 1, claimed_until = excluded.claimed_until
      where effect.done_at is null and effect.claimed_until <= now()
    returning attempt_count as attempt
  `.execute(db);
  const [claim] = rows;
  if (claim) return claim;
  const effect = await db
    .selectFrom("effect")
    .select("done_at")
    .where("key", "=", key)
    .executeTakeFirst();
  return effect?.done_at ? "done" : "taken";
}

/** It was done, by whichever attempt. */
export async function finishEffect(db: Db, key: string): Promise<void> {
  await sql`update effect set done_at = now() where key = ${key} and done_at is null`.execute(db);
}

/** It failed: the next may try at once. An attempt that another has overtaken releases nothing. */
export async function releaseEffect(db: Db, key: string, attempt: number): Promise<void> {
  await sql`
    update effect set claimed_until = now()
    where key = ${key} and attempt_count = ${attempt} and done_at is null
  `.execute(db);
}
