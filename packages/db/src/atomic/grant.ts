import type { CheckoutId, ClaimId, CounterId } from "@tuckshop/contracts/ids";
import { sql } from "kysely";
import type { Db, Tx } from "../schema.ts";
import { movingClaims, putBack } from "./claim.ts";
import type { Want } from "./shortage.ts";
import type { Mover } from "./transition.ts";

/** One command's wish for some of a counter that many want at once. */
export type Waiting = { id: ClaimId; quantity: number; actor: string };

/** How long a grant waits for the checkout that is to own it, whose command is under way. */
const unownedSeconds = 30;

/** What a counter had free, and which of those that waited got theirs. */
export type Granted = { free: number; ids: ClaimId[] };

/**
 * Grants claims to those that wait on one counter, in their order, while it fits: one statement, one
 * lock of the row and one commit for all of them. The running sum is taken over what is free under
 * the lock, so together they never take more than there is. The claims have no owner yet.
 */
export async function grantTogether(
  db: Db,
  counterId: CounterId,
  waiting: readonly Waiting[],
): Promise<Granted> {
  const ids = waiting.map((claim) => claim.id);
  const quantities = waiting.map((claim) => claim.quantity);
  const actors = waiting.map((claim) => claim.actor);
  const { rows } = await sql<Granted>`
    with locked as materialized (
      select id, capacity - claimed as free from counter where id = ${counterId} for update
    ), queue as (
      select id, quantity, actor, sum(quantity) over (order by position) as running
      from unnest(${ids}::text[], ${quantities}::bigint[], ${actors}::text[])
        with ordinality as waiting (id, quantity, actor, position)
    ), granted as (
      select queue.* from queue, locked where running <= free
    ), taken as (
      update counter set claimed = claimed + granted.quantity
      from (select sum(quantity) as quantity from granted) as granted
      where counter.id = ${counterId} and granted.quantity > 0
    ), born as (
      insert into claim (id, counter_id, quantity, state, expires_at)
      select id, ${counterId}, quantity, 'held', now() + make_interval(secs => ${unownedSeconds})
      from granted
    ), birth as (
      insert into transition (entity, entity_id, seq, to_state, actor)
      select 'claim', id, 1, 'held', actor from granted
    )
    select free, array(select id from granted) as ids from locked
  `.execute(db);
  return rows[0] ?? { free: 0, ids: [] };
}

/** What of a checkout's lines has been granted already, and what is still to be claimed. */
export type Hold = { grants: readonly ClaimId[]; rest: readonly Want[] };

/** The CTE that makes grants a checkout's own: `grant_owned` lacks those that were given back meanwhile. */
export const owningGrants = (checkoutId: CheckoutId, ids: readonly ClaimId[], expiresAt: string) =>
  sql`
    grant_owned as (
      update claim set checkout_id = ${checkoutId}, expires_at = ${expiresAt}
      from unnest(${ids}::text[]) as granted (id)
      where claim.id = granted.id and claim.checkout_id is null and claim.state = 'held'
      returning claim.id
    )`;

/**
 * Gives grants back that no checkout came to own. Waits for a command that is just committing: the
 * claim's row decides whether it was in time. Returns how many it gave back.
 */
export async function returnGrants(
  tx: Tx,
  ids: readonly ClaimId[],
  event: "release" | "expire",
  mover: Mover,
): Promise<number> {
  const unowned = sql`claim.id = any(${ids}) and claim.checkout_id is null`;
  const { rows } = await sql<{ id: ClaimId }>`
    with ${movingClaims(unowned, event, mover)}, ${putBack(mover)}
    select id from freed
  `.execute(tx);
  return rows.length;
}
