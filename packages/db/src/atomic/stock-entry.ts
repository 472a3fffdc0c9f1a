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
