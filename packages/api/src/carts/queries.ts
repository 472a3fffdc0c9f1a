import { quantityMax, type Bag, type BagAdjustment, type BagLine } from "@tuckshop/contracts/bag";
import type { PrincipalId } from "@tuckshop/contracts/ids";
import { money, type Currency } from "@tuckshop/contracts/money";
import type { ReadDb } from "@tuckshop/db/schema";
import { articles, availableArticles } from "./articles.ts";

/** A principal's bag lines with today's prices and what that principal could have, own holds included. */
async function bagLines(db: ReadDb, principalId: PrincipalId) {
  return await availableArticles(db, principalId)
    .innerJoin("cart_line", "cart_line.variant_id", "variant.id")
    .innerJoin("cart", "cart.id", "cart_line.cart_id")
    .select(["cart_line.quantity", "cart_line.seen_price_minor as seenPriceMinor"])
    .where("cart.principal_id", "=", principalId)
    .orderBy("cart_line.position")
    .execute();
}
export type BagRow = Awaited<ReturnType<typeof bagLines>>[number];

/** What a principal's bag asks for, at today's prices: whether it can be had, claiming it decides. */
export const wantedLines = (db: ReadDb, principalId: PrincipalId) =>
  articles(db)
    .innerJoin("cart_line", "cart_line.variant_id", "variant.id")
    .innerJoin("cart", "cart.id", "cart_line.cart_id")
    .select("cart_line.quantity")
    .where("cart.principal_id", "=", principalId)
    .orderBy("cart_line.position");
export type WantedLine = Awaited<ReturnType<ReturnType<typeof wantedLines>["execute"]>>[number];

export async function bagOf(db: ReadDb, principalId: PrincipalId | null): Promise<Bag> {
  const { currency, version } = await db
    .selectFrom("shop")
    .leftJoin("cart", (join) => join.on("cart.principal_id", "=", principalId))
    .select(["shop.currency", "cart.version"])
    .executeTakeFirstOrThrow();
  if (!principalId || version === null) return bagFrom({ version: 0, currency }, []);
  return bagFrom({ version, currency }, await bagLines(db, principalId));
}

/** The bag that these rows make, and in words what the server changed in what was asked for. */
export function bagFrom(
  { version, currency }: { version: number; currency: Currency },
  rows: readonly BagRow[],
  adjustments: readonly BagAdjustment[] = [],
): Bag {
  const lines = rows.map((row) => lineOf(row, currency));
  return {
    version,
    lines,
    itemCount: lines.reduce((sum, line) => sum + line.quantity, 0),
    subtotal: money(
      lines.reduce((sum, line) => sum + line.lineTotal.minor, 0),
      currency,
    ),
    adjustments: [...adjustments, ...priceChanges(rows, currency)],
  };
}

const lineOf = (row: BagRow, currency: Currency): BagLine => ({
  variantId: row.variantId,
  sku: row.sku,
  slug: row.slug,
  title: row.title,
  variantTitle: row.variantTitle,
  hue: row.hue,
  quantity: row.quantity,
  available: row.productState === "active" ? Math.min(row.available, quantityMax) : 0,
  unitPrice: money(row.priceMinor, currency),
  lineTotal: money(row.priceMinor * row.quantity, currency),
});

const priceChanges = (rows: readonly BagRow[], currency: Currency): BagAdjustment[] =>
  rows
    .filter((row) => row.priceMinor !== row.seenPriceMinor)
    .map((row) => ({
      kind: "price_changed",
      variantId: row.variantId,
      title: row.title,
      was: money(row.seenPriceMinor, currency),
      now: money(row.priceMinor, currency),
    }));
