import { ShopError } from "@tuckshop/contracts/errors";
import type { CounterId } from "@tuckshop/contracts/ids";
import { sql } from "kysely";
import type { Tx } from "../schema.ts";

export type StockEntry = {
  counterId: CounterId;
  sku: string;
  kind: "receive" | "adjust" | "return";
  /** How many more, or fewer when negative. */
  change: number;
  /** Names what made the entry; the same cause enters once. */
  cause: string;
  reason: string;
  actor: string;
};

/**
 * Puts goods on the shelf or takes them off, with their ledger row. Never takes what is promised to
 * somebody: that is refused with OUT_OF_STOCK. Returns false when this cause was entered before.
 */
export async function enterStock(tx: Tx, entry: StockEntry): Promise<boolean> {
  const { counterId, kind, change, cause, reason, actor } = entry;
  const entered = await tx
    .insertInto("counter_entry")
    .values({ counter_id: counterId, kind, change, cause, reason, actor })
    .onConflict((oc) => oc.column("cause").doNothing())
    .returning("id")
    .executeTakeFirst();
  if (!entered) return false;

  const changed = await tx
    .updateTable("counter")
    .set((eb) => ({ capacity: eb("capacity", "+", change) }))
    .where("id", "=", counterId)
    .where((eb) => eb(eb("capacity", "+", change), ">=", eb.ref("claimed")))
    .returning("id")
    .executeTakeFirst();
  if (!changed) throw await tooFew(tx, entry);
  return true;
}

export type Returned = { counterId: CounterId; quantity: number; cause: string };

/**
 * Puts goods that came back on the shelf with their ledger rows, in one statement for all of them.
 * A cause that entered before changes nothing.
 */
export async function enterReturned(
  tx: Tx,
  returned: readonly Returned[],
  { reason, actor }: Pick<StockEntry, "reason" | "actor">,
): Promise<void> {
  const counterIds = returned.map((each) => each.counterId);
  const quantities = returned.map((each) => each.quantity);
  const causes = returned.map((each) => each.cause);
  await sql`
    with locked as materialized (
      select id from counter where id = any(${counterIds}) order by kind, id for update
    ), entered as (
      insert into counter_entry (counter_id, kind, change, cause, reason, actor)
      select locked.id, 'return', quantity, cause, ${reason}, ${actor}
      from unnest(${counterIds}::text[], ${quantities}::bigint[], ${causes}::text[])
        as returned (counter_id, quantity, cause) join locked on locked.id = returned.counter_id
      on conflict (cause) do nothing
      returning counter_id, change
    )
    update counter set capacity = capacity + back.quantity
    from (select counter_id, sum(change) as quantity from entered group by counter_id) as back
    where counter.id = back.counter_id
  `.execute(tx);
}

async function tooFew(tx: Tx, { counterId, sku, change }: StockEntry): Promise<ShopError> {
  const level = await tx
    .selectFrom("counter")
    .select(sql<number>`capacity - claimed`.as("available"))
    .where("id", "=", counterId)
    .executeTakeFirstOrThrow();
  return new ShopError({
    code: "OUT_OF_STOCK",
    lines: [{ sku, requested: -change, available: level.available }],
  });
}
