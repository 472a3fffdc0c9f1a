import { Sku } from "@tuckshop/contracts/ids";
import type { TestShop } from "./test-shop.ts";

/** How many pieces of an article nobody has claimed. */
export async function availableOf({ db }: TestShop, sku: string): Promise<number> {
  const row = await db
    .selectFrom("variant")
    .innerJoin("counter", "counter.id", "counter_id")
    .select(["capacity", "claimed"])
    .where("sku", "=", Sku.parse(sku))
    .executeTakeFirstOrThrow();
  return row.capacity - row.claimed;
}
