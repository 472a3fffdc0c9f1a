import { CategoryId, CounterId, newId, ProductId, Sku, VariantId } from "@tuckshop/contracts/ids";
import { recordBirths } from "./atomic/transition.ts";
import type { DemoProduct } from "./demo/demo-product.ts";
import { demoCategories, demoShop, demoZones, type DemoCategory } from "./demo/shop.ts";
import type { Tx } from "./schema.ts";

const actor = "seed";

/** Fills an empty database with the demo shop. A shop that exists is left alone: returns false. */
export async function seed(tx: Tx): Promise<boolean> {
  const opened = await tx
    .insertInto("shop")
    .values({
      name: demoShop.name,
      phone: demoShop.phone,
      address: demoShop.address,
      hours: demoShop.hours,
      time_zone: demoShop.timeZone,
      currency: demoShop.currency,
      cash_fee_minor: demoShop.cashFeeMinor,
      hold_minutes: demoShop.holdMinutes,
    })
    .onConflict((oc) => oc.doNothing())
    .returning("name")
    .executeTakeFirst();
  if (!opened) return false;
  await tx
    .insertInto("zone")
    .values(
      demoZones.map((zone) => ({
        name: zone.name,
        pincodes: zone.pincodes,
        fee_minor: zone.feeMinor,
        free_from_minor: zone.freeFromMinor,
      })),
    )
    .execute();
  for (const [at, category] of demoCategories.entries()) await seedCategory(tx, category, at + 1);
  return true;
}

async function seedCategory(tx: Tx, category: DemoCategory, position: number): Promise<void> {
  const { slug, name, hue, products, fresh } = category;
  const categoryId = newId(CategoryId);
  await tx.insertInto("category").values({ id: categoryId, slug, name, hue, position }).execute();
  const made = products.map((product) => ({ id: newId(ProductId), product }));
  await tx
    .insertInto("product")
    .values(
      made.map(({ id, product }) => ({
        ...productRow(id, categoryId, product),
        tags: fresh.includes(product.slug) ? ["fresh", ...product.tags] : product.tags,
      })),
    )
    .execute();
  await recordBirths(
    tx,
    "product",
    made.map(({ id }) => id),
    "active",
    { actor },
  );
  await seedVariants(tx, made);
}

const productRow = (id: ProductId, categoryId: CategoryId, product: DemoProduct) => ({
  id,
  slug: product.slug,
  title: product.title,
  detail: product.detail,
  description: product.description,
  vendor: product.vendor,
  option_names: product.optionName ? [product.optionName] : [],
  food_facts: product.foodFacts ? JSON.stringify(product.foodFacts) : null,
  category_id: categoryId,
  hsn: product.hsn,
  tax_rate_basis_points: product.taxRateBasisPoints,
  state: "active" as const,
});

/** Variants with their counters, each filled by a ledger entry. */
async function seedVariants(
  tx: Tx,
  products: readonly { id: ProductId; product: DemoProduct }[],
): Promise<void> {
  const made = products.flatMap(({ id, product }) =>
    product.variants.map((variant, at) => ({
      ...variant,
      productId: id,
      position: at + 1,
      counterId: newId(CounterId),
    })),
  );
  await tx
    .insertInto("counter")
    .values(made.map(({ counterId, stock }) => ({ id: counterId, kind: "stock", capacity: stock })))
    .execute();
  await tx
    .insertInto("counter_entry")
    .values(
      made
        .filter(({ stock }) => stock > 0)
        .map(({ counterId, sku, stock }) => ({
          counter_id: counterId,
          kind: "receive",
          change: stock,
          cause: `seed:${sku}`,
          reason: "opening stock",
          actor,
        })),
    )
    .execute();
  await tx
    .insertInto("variant")
    .values(
      made.map((variant) => ({
        id: newId(VariantId),
        product_id: variant.productId,
        sku: Sku.parse(variant.sku),
        title: variant.title,
        option_values: variant.title ? [variant.title] : [],
        price_minor: variant.priceMinor,
        position: variant.position,
        counter_id: variant.counterId,
      })),
    )
    .execute();
}
