import { quantityMax, type Bag, type BagAdjustment, type PutBag } from "@tuckshop/contracts/bag";
import { ShopError } from "@tuckshop/contracts/errors";
import { CartId, newId, type PrincipalId, type VariantId } from "@tuckshop/contracts/ids";
import type { Currency } from "@tuckshop/contracts/money";
import type { Tx } from "@tuckshop/db/schema";
import { sql } from "kysely";
import { availableArticles } from "./articles.ts";
import { bagFrom, type BagRow } from "./queries.ts";

/**
 * Sets the whole bag to what is wanted, as far as there is stock, and says what it changed. Refuses
 * VERSION_CONFLICT when the bag moved on since `baseVersion`, NOT_FOUND for a variant there never was.
 */
export async function putBag(tx: Tx, principalId: PrincipalId, input: PutBag): Promise<Bag> {
  const cart = await advance(tx, principalId, input.baseVersion);
  const wanted = new Map<VariantId, number>();
  for (const line of input.lines) wanted.set(line.variantId, line.quantity);
  const { rows, adjustments } = await fit(tx, principalId, wanted);
  await replaceLines(tx, cart.id, rows);
  return bagFrom(cart, rows, adjustments);
}

type Cart = { id: CartId; version: number; currency: Currency };

/** Moves the bag from `baseVersion` to the next, making it on first use: one statement decides who was first. */
async function advance(tx: Tx, principalId: PrincipalId, baseVersion: number): Promise<Cart> {
  const cart = await tx
    .insertInto("cart")
    .values({ id: newId(CartId), principal_id: principalId, version: 1 })
    .onConflict((oc) =>
      oc
        .column("principal_id")
        .doUpdateSet((eb) => ({ version: eb("cart.version", "+", 1) }))
        .where("cart.version", "=", baseVersion),
    )
    .returning(["id", "version", sql<Currency>`(select currency from shop)`.as("currency")])
    .executeTakeFirst();
  if (cart?.version === baseVersion + 1) return cart;
  const current = await tx
    .selectFrom("cart")
    .select("version")
    .where("principal_id", "=", principalId)
    .executeTakeFirst();
  const actual = cart ? 0 : (current?.version ?? 0);
  throw new ShopError({ code: "VERSION_CONFLICT", entity: "bag", expected: baseVersion, actual });
}

async function fit(tx: Tx, principalId: PrincipalId, wanted: ReadonlyMap<VariantId, number>) {
  const variantIds = [...wanted.keys()];
  const found = await availableArticles(tx, principalId)
    .where("variant.id", "=", sql<VariantId>`any(${variantIds})`)
    .execute();
  const known = new Map(found.map((article) => [article.variantId, article]));

  const adjustments: BagAdjustment[] = [];
  const rows: BagRow[] = [];
  for (const [variantId, quantity] of wanted) {
    const article = known.get(variantId);
    if (!article) throw new ShopError({ code: "NOT_FOUND", entity: "variant" });
    const { title } = article;
    const isSold = article.productState === "active";
    const now = isSold ? Math.min(quantity, article.available, quantityMax) : 0;
    if (now <= 0) {
      adjustments.push({ kind: "removed", variantId, title });
      continue;
    }
    if (now < quantity) {
      adjustments.push({ kind: "quantity_reduced", variantId, title, wanted: quantity, now });
    }
    rows.push({ ...article, quantity: now, seenPriceMinor: article.priceMinor });
  }
  return { rows, adjustments };
}

/** The lines of the bag become these, in their order: one statement, however many there are. */
async function replaceLines(tx: Tx, cartId: CartId, rows: readonly BagRow[]): Promise<void> {
  const variantIds = rows.map((row) => row.variantId);
  await sql`
    with gone as (
      delete from cart_line where cart_id = ${cartId} and variant_id <> all(${variantIds})
    )
    insert into cart_line (cart_id, variant_id, quantity, seen_price_minor, position)
    select ${cartId}, line.* from unnest(${variantIds}::text[], ${rows.map((row) => row.quantity)}::int[],
      ${rows.map((row) => row.seenPriceMinor)}::bigint[]) with ordinality as line
    on conflict (cart_id, variant_id) do update set
      quantity = excluded.quantity, seen_price_minor = excluded.seen_price_minor,
      position = excluded.position
  `.execute(tx);
}
