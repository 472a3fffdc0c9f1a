import { quantityMax, type Bag, type BagAdjustment, type BagLine } from "@tuckshop/contracts/bag";
import type { PrincipalId } from "@tuckshop/contracts/ids";
import { money, type Currency } from "@tuckshop/contracts/money";
import type { ReadDb } from "@tuckshop/db/schema";
import { sql } from "kysely";

/** A principal's bag lines with today's prices and what that principal could have, own holds included. */
export async function bagLines(db: ReadDb, principalId: PrincipalId) {
  return await db
    .selectFrom("cart")
    .innerJoin("cart_line", "cart_line.cart_id", "cart.id")
    .innerJoin("variant", "variant.id", "cart_line.variant_id")
    .innerJoin("product", "product.id", "variant.product_id")
    .innerJoin("category", "category.id", "product.category_id")
    .innerJoin("counter", "counter.id", "variant.counter_id")
    .select([
      "variant.id as variantId",
      "variant.sku",
      "variant.title as variantTitle",
      "variant.price_minor as priceMinor",
      "variant.counter_id as counterId",
      "product.slug",
      "product.title",
      "product.state as productState",
      "product.hsn",
      "product.tax_rate_basis_points as taxRateBasisPoints",
      "category.hue",
      "cart_line.quantity",
      "cart_line.seen_price_minor as seenPriceMinor",
      availableTo(principalId).as("available"),
    ])
    .where("cart.principal_id", "=", principalId)
    .orderBy("cart_line.position")
    .execute();
}
export type BagRow = Awaited<ReturnType<typeof bagLines>>[number];

/** What one principal could have of the joined counter: what is free, and what is held for them already. */
export const availableTo = (principalId: PrincipalId) => sql<number>`
  counter.capacity - counter.claimed + coalesce((
    select sum(claim.quantity) from claim join checkout on checkout.id = claim.checkout_id
    where claim.counter_id = counter.id and claim.state = 'held'
      and checkout.principal_id = ${principalId} and checkout.state = 'open'
  ), 0)::bigint`;

export async function bagOf(
  db: ReadDb,
  principalId: PrincipalId | null,
  adjustments: readonly BagAdjustment[] = [],
): Promise<Bag> {
  const { currency, version } = await db
    .selectFrom("shop")
    .leftJoin("cart", (join) => join.on("cart.principal_id", "=", principalId))
    .select(["shop.currency", "cart.version"])
    .executeTakeFirstOrThrow();
  if (!principalId || version === null) return emptyBag(currency);
  const rows = await bagLines(db, principalId);
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

const emptyBag = (currency: Currency): Bag => ({
  version: 0,
  lines: [],
  itemCount: 0,
  subtotal: money(0, currency),
  adjustments: [],
});

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
