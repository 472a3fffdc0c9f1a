import { ClaimId, newId, type CheckoutId, type CounterId } from "@tuckshop/contracts/ids";
import { sql } from "kysely";
import type { Tx } from "../schema.ts";
import { shortage } from "./shortage.ts";
import { moving, type MachineEvent, type Mover } from "./transition.ts";

/** So much of one counter. `sku` names it when it is refused. */
export type Want = { counterId: CounterId; sku: string; quantity: number };

/**
 * Locks counters in the one order that everybody locks them in, so that crossed carts wait for
 * each other and never deadlock. Call it first where one transaction touches several sets of them.
 */
export async function lockCounters(tx: Tx, ids: readonly CounterId[]): Promise<void> {
  await sql`select from counter where id = any(${ids}) order by kind, id for update`.execute(tx);
}

/**
 * Claims every line for a checkout in one statement, or refuses them all with OUT_OF_STOCK and what
 * is left of each short one. The UPDATE tests and takes at once, on rows locked in the one order, so
 * two buyers of the last unit cannot both succeed, whatever either of them read before.
 */
export async function claimAll(
  tx: Tx,
  checkoutId: CheckoutId,
  wants: readonly Want[],
  expiresAt: string,
  { actor, cause }: Mover,
): Promise<void> {
  const ids = wants.map(() => newId(ClaimId));
  const counterIds = wants.map((want) => want.counterId);
  const quantities = wants.map((want) => want.quantity);
  const { rows: taken } = await sql<{ counterId: CounterId }>`
    with want as (
      select * from unnest(${ids}::text[], ${counterIds}::text[], ${quantities}::bigint[])
        as want (id, counter_id, quantity)
    ), locked as materialized (
      select id from counter where id = any(${counterIds}) order by kind, id for update
    ), taken as (
      update counter set claimed = claimed + want.quantity
      from locked join want on want.counter_id = locked.id
      where counter.id = locked.id and capacity - claimed >= want.quantity
      returning want.*
    ), born as (
      insert into claim (id, counter_id, checkout_id, quantity, state, expires_at)
      select id, counter_id, ${checkoutId}, quantity, 'held', ${expiresAt} from taken
      returning id, state
    ), birth as (
      insert into transition (entity, entity_id, seq, to_state, actor, cause)
      select 'claim', id, 1, state, ${actor}, ${cause ?? null} from born
    )
    select counter_id as "counterId" from taken
  `.execute(tx);
  if (taken.length === wants.length) return;
  const got = new Set(taken.map((claim) => claim.counterId));
  throw await shortage(
    tx,
    wants.filter((want) => !got.has(want.counterId)),
  );
}

/**
 * Turns a checkout's held claims into sales: the goods are promised for good, and the ledger says
 * so, once for each claim. Returns how many claims it consumed.
 */
export async function consumeClaims(tx: Tx, checkoutId: CheckoutId, mover: Mover): Promise<number> {
  const { rows } = await sql<{ id: ClaimId }>`
    with ${movingClaims(checkoutId, "consume", mover)}, sale as (
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
    with ${movingClaims(checkoutId, event, mover)}, freed as (
      select claim.id, counter_id, quantity, claim_moved.from = 'consumed' as was_consumed
      from claim join claim_moved using (id)
    ), given_back as (
      update counter set
        claimed = claimed - freed.quantity,
        consumed = consumed - case when was_consumed then freed.quantity else 0 end
      from freed where counter.id = freed.counter_id
    ), returned as (
      insert into counter_entry (counter_id, kind, change, cause, actor)
      select counter_id, 'return', quantity, 'return:' || id, ${mover.actor}
      from freed where was_consumed
    )
    select id from freed
  `.execute(tx);
  return rows.length;
}

/** Locks the counters before the claims: the order in which every command takes them. */
const movingClaims = (checkoutId: CheckoutId, event: MachineEvent<"claim">, mover: Mover) => sql`
  live as materialized (
    select claim.id from claim join counter on counter.id = claim.counter_id
    where claim.checkout_id = ${checkoutId} and claim.state in ('held', 'consumed')
    order by counter.kind, counter.id for update of counter
  ), ${moving("claim", sql`array(select id from live)`, event, mover)}`;
