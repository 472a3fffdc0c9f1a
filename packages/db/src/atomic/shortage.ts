import { ShopError } from "@tuckshop/contracts/errors";
import type { ReadDb } from "../schema.ts";
import type { Want } from "./claim.ts";
import { sql } from "kysely";

/** The refusal of lines that could not be claimed, each with what is left of it. */
export async function shortage(db: ReadDb, short: readonly Want[]): Promise<ShopError> {
  const levels = await db
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
