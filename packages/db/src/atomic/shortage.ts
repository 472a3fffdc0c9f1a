import { ShopError } from "@tuckshop/contracts/errors";
import type { CounterId } from "@tuckshop/contracts/ids";
import { sql } from "kysely";
import type { ReadDb } from "../schema.ts";

/** So much of one counter. `sku` names it when it is refused. */
export type Want = { counterId: CounterId; sku: string; quantity: number };

/**
 * The refusal of lines that could not be claimed, each with what is left of it; lines that were not
 * tried any more are looked at, so that the shopper hears of every short one at once.
 */
export async function shortage(
  db: ReadDb,
  refused: readonly Want[],
  untried: readonly Want[] = [],
): Promise<ShopError> {
  const ids = [...refused, ...untried].map((want) => want.counterId);
  const levels = await db
    .selectFrom("counter")
    .select(["id", sql<number>`capacity - claimed`.as("available")])
    .where("id", "=", sql<Want["counterId"]>`any(${ids})`)
    .execute();
  const available = new Map(levels.map((level) => [level.id, level.available]));
  const left = (want: Want) => available.get(want.counterId) ?? 0;
  const short = [...refused, ...untried.filter((want) => left(want) < want.quantity)];
  return new ShopError({
    code: "OUT_OF_STOCK",
    lines: short.map((want) => ({
      sku: want.sku,
      requested: want.quantity,
      available: left(want),
    })),
  });
}

/** Refuses when one of these lines is not among the counters that had enough. */
export async function refuseShort(
  db: ReadDb,
  wants: readonly Want[],
  taken: readonly CounterId[],
): Promise<void> {
  if (taken.length === wants.length) return;
  throw await shortage(
    db,
    wants.filter((want) => !taken.includes(want.counterId)),
  );
}
