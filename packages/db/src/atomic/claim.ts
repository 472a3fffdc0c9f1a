import { ShopError } from "@tuckshop/contracts/errors";
import { ClaimId, newId, type CheckoutId, type CounterId } from "@tuckshop/contracts/ids";
import { sql } from "kysely";
import type { Tx } from "../schema.ts";
import { recordBirths, transitionAll, type Mover } from "./transition.ts";

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
 * Claims every line for a checkout, or refuses them all with OUT_OF_STOCK and what is left of each
 * short one. The UPDATE tests and takes in one statement, so two buyers of the last unit cannot
 * both succeed, whatever either of them read before.
 */
export async function claimAll(
  tx: Tx,
  checkoutId: CheckoutId,
  wants: readonly Want[],
  expiresAt: string,
  mover: Mover,
): Promise<void> {
  const counterIds = wants.map((want) => want.counterId);
  const quantities = wants.map((want) => want.quantity);
  if (wants.length > 1) await lockCounters(tx, counterIds);
  const { rows: taken } = await sql<{ id: CounterId }>`
    update counter set claimed = claimed + want.quantity
    from unnest(${counterIds}::text[], ${quantities}::bigint[]) as want (counter_id, quantity)
    where counter.id = want.counter_id and capacity - claimed >= want.quantity
    returning counter.id
  `.execute(tx);
  if (taken.length < wants.length) throw await shortage(tx, wants, new Set(taken.map((t) => t.id)));

  const claims = wants.map(() => newId(ClaimId));
  await sql`
    insert into claim (id, counter_id, checkout_id, quantity, state, expires_at)
    select id, counter_id, ${checkoutId}, quantity, 'held', ${expiresAt}
    from unnest(${claims}::text[], ${counterIds}::text[], ${quantities}::bigint[])
      as made (id, counter_id, quantity)
  `.execute(tx);
  await recordBirths(tx, "claim", claims, "held", mover);
}

async function shortage(
  tx: Tx,
  wants: readonly Want[],
  taken: ReadonlySet<CounterId>,
): Promise<ShopError> {
  const short = wants.filter((want) => !taken.has(want.counterId));
  const levels = await tx
    .selectFrom("counter")
    .select(["id", sql<number>`capacity - claimed`.as("available")])
    .where(
      "id",
      "in",
      short.map((want) => want.counterId),
    )
    .execute();
  const available = new Map(levels.map((level) => [level.id, level.available]));
  return new ShopError({
    code: "OUT_OF_STOCK",
    lines: short.map(({ counterId, sku, quantity }) => ({
      sku,
      requested: quantity,
      available: available.get(counterId) ?? 0,
    })),
  });
}

/**
 * Turns a checkout's held claims into sales: the goods are promised for good, and the ledger says
 * so, once for each claim. Returns how many claims it consumed.
 */
export async function consumeClaims(tx: Tx, checkoutId: CheckoutId, mover: Mover): Promise<number> {
  const moved = await moveClaims(tx, checkoutId, "consume", mover);
  if (moved.length === 0) return 0;
  await sql`
    with sale as (
      select id, counter_id, quantity from claim where id = any(${moved.map((m) => m.id)})
    ), taken as (
      update counter set consumed = consumed + sale.quantity
      from sale where counter.id = sale.counter_id
    )
    insert into counter_entry (counter_id, kind, change, cause, actor)
    select counter_id, 'sale', -quantity, 'sale:' || id, ${mover.actor} from sale
  `.execute(tx);
  return moved.length;
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
  const moved = await moveClaims(tx, checkoutId, event, mover);
  if (moved.length === 0) return 0;
  const ids = moved.map((m) => m.id);
  const wereConsumed = moved.map((m) => m.from === "consumed");
  await sql`
    with freed as (
      select claim.id, claim.counter_id, claim.quantity, was.consumed
      from unnest(${ids}::text[], ${wereConsumed}::boolean[]) as was (id, consumed)
      join claim using (id)
    ), given_back as (
      update counter set
        claimed = claimed - freed.quantity,
        consumed = counter.consumed - case when freed.consumed then freed.quantity else 0 end
      from freed where counter.id = freed.counter_id
    )
    insert into counter_entry (counter_id, kind, change, cause, actor)
    select counter_id, 'return', quantity, 'return:' || id, ${mover.actor}
    from freed where freed.consumed
  `.execute(tx);
  return moved.length;
}

/** Locks the counters before the claims: the order in which every command takes them. */
async function moveClaims(
  tx: Tx,
  checkoutId: CheckoutId,
  event: "consume" | "release" | "expire",
  mover: Mover,
) {
  const { rows: claims } = await sql<{ id: ClaimId }>`
    select claim.id from claim join counter on counter.id = claim.counter_id
    where claim.checkout_id = ${checkoutId} and claim.state in ('held', 'consumed')
    order by counter.kind, counter.id for update of counter
  `.execute(tx);
  if (claims.length === 0) return [];
  const ids = claims.map((claim) => claim.id);
  return transitionAll(tx, "claim", ids, event, mover);
}
