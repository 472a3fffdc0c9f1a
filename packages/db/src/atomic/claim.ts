import { ClaimId, newId, type CheckoutId, type CounterId } from "@tuckshop/contracts/ids";
import { sql, type RawBuilder } from "kysely";
import type { Tx } from "../schema.ts";
import { refuseShort, type Want } from "./shortage.ts";
import { moving, type MachineEvent, type Mover } from "./transition.ts";

/**
 * Locks counters in the one order that everybody locks them in, so that crossed carts wait for
 * each other and never deadlock. Call it first where one transaction touches several sets of them.
 */
export async function lockCounters(tx: Tx, ids: readonly CounterId[]): Promise<void> {
  await sql`select from counter where id = any(${ids}) order by kind, id for update`.execute(tx);
}

/**
 * The CTEs that claim lines for a checkout: `claim_taken` has the counters that had enough. The UPDATE
 * tests and takes at once, on rows locked in the one order, so two buyers of the last unit cannot both
 * succeed, whatever either of them read before. The statement's reader must refuse when one is missing.
 */
export function claiming(
  checkoutId: CheckoutId,
  wants: readonly Want[],
  expiresAt: string,
  { actor, cause }: Mover,
) {
  const ids = wants.map(() => newId(ClaimId));
  const counterIds = wants.map((want) => want.counterId);
  const quantities = wants.map((want) => want.quantity);
  return sql`
    want as (
      select * from unnest(${ids}::text[], ${counterIds}::text[], ${quantities}::bigint[])
        as want (id, counter_id, quantity)
    ), locked as materialized (
      select id from counter where id = any(${counterIds}) order by kind, id for update
    ), claim_taken as (
      update counter set claimed = claimed + want.quantity
      from locked join want on want.counter_id = locked.id
      where counter.id = locked.id and capacity - claimed >= want.quantity
      returning want.*
    ), claim_born as (
      insert into claim (id, counter_id, checkout_id, quantity, state, expires_at)
      select id, counter_id, ${checkoutId}, quantity, 'held', ${expiresAt} from claim_taken
      returning id, state
    ), claim_birth as (
      insert into transition (entity, entity_id, seq, to_state, actor, cause)
      select 'claim', id, 1, state, ${actor}, ${cause ?? null} from claim_born
    )`;
}

/**
 * Claims every line for a checkout in one statement, or refuses them all with OUT_OF_STOCK and what
 * is left of each short one.
 */
export async function claimAll(
  tx: Tx,
  checkoutId: CheckoutId,
  wants: readonly Want[],
  expiresAt: string,
  mover: Mover,
): Promise<void> {
  const { rows } = await sql<{ counterId: CounterId }>`
    with ${claiming(checkoutId, wants, expiresAt, mover)}
    select counter_id as "counterId" from claim_taken
  `.execute(tx);
  const taken = rows.map((claim) => claim.counterId);
  await refuseShort(tx, wants, taken);
}

/**
 * Turns a checkout's held claims into sales: the goods are promised for good, and the ledger says
 * so, once for each claim. Returns how many claims it consumed.
 */
export async function consumeClaims(tx: Tx, checkoutId: CheckoutId, mover: Mover): Promise<number> {
  const { rows } = await sql<{ id: ClaimId }>`
    with ${movingClaims(ofCheckout(checkoutId), "consume", mover)}, sale as (
      select claim.id, counter_id, quantity from claim join claim_moved using (id)
    ), taken as (
      update counter set consumed = consumed + sale.quantity
      from sale where counter.id = sale.counter_id
    )
    insert into counter_entry (counter_id, kind, change, cause, actor)
    select counter_id, 'sale', -quantity, 'sale:' || id, ${mover.actor} from sale
    returning id
  `.execute(tx);
  return rows.length;
}

/**
 * Gives a checkout's live claims back: held ones just return; consumed ones, of an order cancelled
 * before its goods left the shop, return to the shelf as well, with their ledger row. Returns how many.
 */
export async function releaseClaims(
  tx: Tx,
  checkoutId: CheckoutId,
  event: "release" | "expire",
  mover: Mover,
): Promise<number> {
  const { rows } = await sql<{ id: ClaimId }>`
    with ${movingClaims(ofCheckout(checkoutId), event, mover)}, ${putBack(mover)}
    select id from freed
  `.execute(tx);
  return rows.length;
}

const ofCheckout = (checkoutId: CheckoutId) => sql`claim.checkout_id = ${checkoutId}`;

/**
 * The CTEs that fire `event` on live claims: `claim_moved` has those that moved. The counters are
 * locked in the one order, as every command takes them, and the claims with them: whether a claim is
 * one of `which` is judged as it stands under its lock.
 */
export const movingClaims = (
  which: RawBuilder<unknown>,
  event: MachineEvent<"claim">,
  mover: Mover,
) => sql`
  live as materialized (
    select claim.id from claim join counter on counter.id = claim.counter_id
    where ${which} and claim.state in ('held', 'consumed')
    order by counter.kind, counter.id for update of counter, claim
  ), ${moving("claim", sql`array(select id from live)`, event, mover)}`;

/** The CTEs that give their counters back what `claim_moved` had: `freed` has the claims. */
export const putBack = ({ actor }: Mover) => sql`
  freed as (
    select claim.id, counter_id, quantity, claim_moved.from = 'consumed' as was_consumed
    from claim join claim_moved using (id)
  ), given_back as (
    update counter set
      claimed = claimed - back.quantity, consumed = counter.consumed - back.consumed
    from (
      select counter_id, sum(quantity) as quantity,
        coalesce(sum(quantity) filter (where was_consumed), 0) as consumed
      from freed group by counter_id
    ) as back where counter.id = back.counter_id
  ), returned as (
    insert into counter_entry (counter_id, kind, change, cause, actor)
    select counter_id, 'return', quantity, 'return:' || id, ${actor} from freed where was_consumed
  )`;
