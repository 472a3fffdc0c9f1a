import { quantityMax, type Bag, type BagAdjustment, type PutBag } from "@tuckshop/contracts/bag";
import { ShopError } from "@tuckshop/contracts/errors";
import { CartId, newId, type PrincipalId, type VariantId } from "@tuckshop/contracts/ids";
import type { Tx } from "@tuckshop/db/schema";
import { sql } from "kysely";
import { availableTo, bagOf } from "./queries.ts";

/**
 * Sets the whole bag to what is wanted, as far as there is stock, and says what it changed. Refuses
 * VERSION_CONFLICT when the bag moved on since `baseVersion`, NOT_FOUND for a variant there never was.
 */
export async function putBag(tx: Tx, principalId: PrincipalId, input: PutBag): Promise<Bag> {
  const cartId = await advance(tx, principalId, input.baseVersion);
  const wanted = new Map<VariantId, number>();
  for (const line of input.lines) wanted.set(line.variantId, line.quantity);
  const { lines, adjustments } = await fit(tx, principalId, wanted);

  await tx.deleteFrom("cart_line").where("cart_id", "=", cartId).execute();
  if (lines.length > 0) {
    await tx
      .insertInto("cart_line")
      .values(lines.map((line, at) => ({ cart_id: cartId, position: at + 1, ...line })))
      .execute();
  }
  return bagOf(tx, principalId, adjustments);
}

/** Moves the bag from `baseVersion` to the next, making it on first use: one statement decides who was first. */
async function advance(tx: Tx, principalId: PrincipalId, baseVersion: number): Promise<CartId> {
  const cart = await tx
    .insertInto("cart")
    .values({ id: newId(CartId), principal_id: principalId, version: 1 })
    .onConflict((oc) =>
      oc
        .column("principal_id")
        .doUpdateSet((eb) => ({ version: eb("cart.version", "+", 1) }))
        .where("cart.version", "=", baseVersion),
    )
    .returning(["id", "version"])
    .executeTakeFirst();
  if (cart?.version === baseVersion + 1) return cart.id;
  const current = await tx
    .selectFrom("cart")
    .select("version")
    .where("principal_id", "=", principalId)
    .executeTakeFirst();
  const actual = cart ? 0 : (current?.version ?? 0);
  throw new ShopError({ code: "VERSION_CONFLICT", entity: "bag", expected: baseVersion, actual });
}

async function fit(tx: Tx, principalId: PrincipalId, wanted: ReadonlyMap<VariantId, number>) {
  if (wanted.size === 0) return { lines: [], adjustments: [] };
  const variants = await tx
    .selectFrom("variant")
    .innerJoin("product", "product.id", "variant.product_id")
    .innerJoin("counter", "counter.id", "variant.counter_id")
    .select(["variant.id", "variant.price_minor", "product.title", "product.state"])
    .select([
      availableTo(principalId).as("available"),
      sql<boolean>`product.state = 'active'`.as("sold"),
    ])
    .where("variant.id", "in", [...wanted.keys()])
    .execute();
  const known = new Map(variants.map((variant) => [variant.id, variant]));

  const adjustments: BagAdjustment[] = [];
  const lines: { variant_id: VariantId; quantity: number; seen_price_minor: number }[] = [];
  for (const [variantId, quantity] of wanted) {
    const variant = known.get(variantId);
    if (!variant) throw new ShopError({ code: "NOT_FOUND", entity: "variant" });
    const { title } = variant;
    const now = variant.sold ? Math.min(quantity, variant.available, quantityMax) : 0;
    if (now <= 0) {
      adjustments.push({ kind: "removed", variantId, title });
      continue;
    }
    if (now < quantity) {
      adjustments.push({ kind: "quantity_reduced", variantId, title, wanted: quantity, now });
    }
    lines.push({ variant_id: variantId, quantity: now, seen_price_minor: variant.price_minor });
  }
  return { lines, adjustments };
}
