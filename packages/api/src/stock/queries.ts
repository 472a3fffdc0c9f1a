import { ShopError } from "@tuckshop/contracts/errors";
import { Sku } from "@tuckshop/contracts/ids";
import type { ListStock, StockEntry, StockLevel } from "@tuckshop/contracts/stock";
import type { ReadDb } from "@tuckshop/db/schema";
import { sql } from "kysely";
import * as z from "zod/mini";
import { decodeCursor, encodeCursor } from "../cursor.ts";

const low = 5;

const levels = (db: ReadDb) =>
  db
    .selectFrom("variant")
    .innerJoin("product", "product.id", "variant.product_id")
    .innerJoin("category", "category.id", "product.category_id")
    .innerJoin("counter", "counter.id", "variant.counter_id")
    .select([
      "variant.id as variantId",
      "variant.sku",
      "variant.title as variantTitle",
      "product.title",
      "category.name",
      "category.hue",
      sql<number>`capacity - consumed`.as("onHand"),
      sql<number>`claimed - consumed`.as("reserved"),
      sql<number>`capacity - claimed`.as("available"),
    ]);

type LevelRow = Awaited<ReturnType<ReturnType<typeof levels>["execute"]>>[number];

const levelOf = ({ name, hue, ...row }: LevelRow): StockLevel => ({
  ...row,
  category: { name, hue },
});

const ListPosition = z.tuple([Sku]);

/** Stock levels by SKU, a page at a time. */
export async function stockPage(db: ReadDb, { search, lowOnly, cursor, limit }: ListStock) {
  let query = levels(db)
    .where("product.state", "<>", "archived")
    .orderBy("variant.sku")
    .limit(limit + 1);
  if (lowOnly) query = query.where(sql<boolean>`capacity - claimed <= ${low}`);
  if (search) {
    const pattern = `%${search.replace(/[\\%_]/g, "\\$&")}%`;
    query = query.where((eb) =>
      eb.or([eb("variant.sku", "ilike", pattern as Sku), eb("product.title", "ilike", pattern)]),
    );
  }
  if (cursor) {
    const [sku] = decodeCursor(cursor, ListPosition);
    query = query.where("variant.sku", ">", sku);
  }
  const rows = await query.execute();
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    items: page.map(levelOf),
    nextCursor: rows.length > limit && last ? encodeCursor([last.sku]) : null,
  };
}

export async function stockLevel(db: ReadDb, sku: Sku): Promise<StockLevel> {
  const row = await levels(db).where("variant.sku", "=", sku).executeTakeFirst();
  if (!row) throw new ShopError({ code: "NOT_FOUND", entity: "SKU" });
  return levelOf(row);
}

const entriesMax = 100;

/** The newest ledger entries of one SKU with the balance after each. */
export async function stockEntries(db: ReadDb, sku: Sku): Promise<StockEntry[]> {
  const rows = await db
    .selectFrom("counter_entry")
    .innerJoin("variant", "variant.counter_id", "counter_entry.counter_id")
    .leftJoin("users", (join) => join.on("users.id", "=", sql`counter_entry.actor`))
    .select(["kind", "change", "cause", "reason", "at"])
    .select((eb) => eb.fn.coalesce("users.name", "actor").as("actor"))
    .select(sql<number>`(sum(change) over (order by counter_entry.id))::bigint`.as("balance"))
    .where("variant.sku", "=", sku)
    .orderBy("counter_entry.id", "desc")
    .limit(entriesMax)
    .execute();
  return rows.map(({ reason, ...row }) => ({ ...row, cause: reason ?? row.cause }));
}
