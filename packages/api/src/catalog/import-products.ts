import { ShopError } from "@tuckshop/contracts/errors";
import {
  CounterId,
  newId,
  ProductId,
  VariantId,
  type CategoryId,
  type PrincipalId,
} from "@tuckshop/contracts/ids";
import type {
  ImportedProducts,
  ImportOutcome,
  ImportProduct,
  ImportProducts,
} from "@tuckshop/contracts/products-import";
import { recordBirths, transition } from "@tuckshop/db/atomic/transition";
import { enterStock } from "@tuckshop/db/atomic/stock-entry";
import type { Tx } from "@tuckshop/db/schema";
import type * as z from "zod/mini";

type Importing = { tx: Tx; actor: PrincipalId; categoryId: CategoryId };

/**
 * Brings products in by their handle: makes the new ones, updates what differs, leaves alone what is
 * already so. Stock is received only for variants that are new; a known one keeps what was counted.
 * A product that clashes with another is refused by itself and stops no other.
 */
export async function importProducts(
  tx: Tx,
  actor: PrincipalId,
  { category, products }: ImportProducts,
): Promise<z.infer<typeof ImportedProducts>> {
  const found = await tx
    .selectFrom("category")
    .select("id")
    .where("slug", "=", category)
    .executeTakeFirst();
  if (!found) throw new ShopError({ code: "NOT_FOUND", entity: "category" });
  const results: ImportOutcome[] = [];
  for (const product of products) {
    results.push(await importOne({ tx, actor, categoryId: found.id }, product));
  }
  return { results };
}

async function importOne(importing: Importing, product: ImportProduct): Promise<ImportOutcome> {
  const { handle } = product;
  const existing = await importing.tx
    .selectFrom("product")
    .selectAll()
    .where("slug", "=", handle)
    .executeTakeFirst();
  const clash = await clashingSku(importing.tx, existing?.id, product);
  if (clash) {
    const message = `SKU ${clash.sku} already belongs to ${clash.slug}.`;
    return { handle, outcome: "refused", message };
  }
  if (!existing) {
    const created = await createProduct(importing, product);
    if (created) return { handle, outcome: "created", message: null };
    return { handle, outcome: "refused", message: "Somebody else is importing it just now." };
  }
  const changes = [
    await updateProduct(importing, existing.id, product),
    await publishOrHide(importing, existing.id, existing.state, product.published),
    await addImages(importing.tx, existing.id, product),
    ...(await saveVariants(importing, existing.id, product)),
  ];
  return { handle, outcome: changes.some(Boolean) ? "updated" : "unchanged", message: null };
}

async function clashingSku(tx: Tx, productId: ProductId | undefined, product: ImportProduct) {
  let query = tx
    .selectFrom("variant")
    .innerJoin("product", "product.id", "variant.product_id")
    .select(["variant.sku", "product.slug"])
    .where(
      "variant.sku",
      "in",
      product.variants.map((variant) => variant.sku),
    );
  if (productId) query = query.where("product.id", "<>", productId);
  return await query.executeTakeFirst();
}

/** False when another import made this handle a moment before. */
async function createProduct(importing: Importing, product: ImportProduct): Promise<boolean> {
  const { tx, actor, categoryId } = importing;
  const id = newId(ProductId);
  const state = product.published ? "active" : "draft";
  const made = await tx
    .insertInto("product")
    .values({
      id,
      slug: product.handle,
      category_id: categoryId,
      state,
      detail: "",
      ...fieldsOf(product),
    })
    .onConflict((oc) => oc.column("slug").doNothing())
    .returning("id")
    .executeTakeFirst();
  if (!made) return false;
  await recordBirths(tx, "product", [id], state, { actor, cause: "import" });
  await addImages(tx, id, product);
  await saveVariants(importing, id, product);
  return true;
}

const fieldsOf = (product: ImportProduct) => ({
  title: product.title,
  description: product.description,
  vendor: product.vendor,
  tags: product.tags,
  option_names: product.optionNames,
});

/** Writes the fields where one of them differs; tells whether it did. */
async function updateProduct({ tx }: Importing, id: ProductId, product: ImportProduct) {
  const fields = fieldsOf(product);
  const changed = await tx
    .updateTable("product")
    .set(fields)
    .where("id", "=", id)
    .where((eb) =>
      eb.or([
        eb("title", "<>", fields.title),
        eb("description", "<>", fields.description),
        eb("vendor", "is distinct from", fields.vendor),
        eb("tags", "<>", eb.val(fields.tags)),
        eb("option_names", "<>", eb.val(fields.option_names)),
      ]),
    )
    .returning("id")
    .executeTakeFirst();
  return changed !== undefined;
}

async function publishOrHide(
  { tx, actor }: Importing,
  id: ProductId,
  state: string,
  published: boolean,
): Promise<boolean> {
  const mover = { actor, cause: "import" };
  if (published && (state === "draft" || state === "hidden")) {
    await transition(tx, "product", id, "publish", mover);
    return true;
  }
  if (!published && state === "active") {
    await transition(tx, "product", id, "hide", mover);
    return true;
  }
  return false;
}

/** Image addresses are kept as pending: they are fetched, checked and resized elsewhere. */
async function addImages(tx: Tx, productId: ProductId, { images }: ImportProduct) {
  if (images.length === 0) return false;
  const added = await tx
    .insertInto("product_image")
    .values(
      images.map(({ url, alt }, at) => ({
        product_id: productId,
        source_url: url,
        alt,
        position: at + 1,
      })),
    )
    .onConflict((oc) => oc.columns(["product_id", "source_url"]).doNothing())
    .returning("source_url")
    .execute();
  return added.length > 0;
}

async function saveVariants(importing: Importing, productId: ProductId, product: ImportProduct) {
  const changes: boolean[] = [];
  for (const [at, variant] of product.variants.entries()) {
    const { sku, optionValues, priceMinor, quantity } = variant;
    const fields = {
      title: optionValues.join(" / "),
      option_values: optionValues,
      price_minor: priceMinor,
      position: at + 1,
    };
    const changed = await importing.tx
      .updateTable("variant")
      .set(fields)
      .where("sku", "=", sku)
      .where((eb) =>
        eb.or([
          eb("title", "<>", fields.title),
          eb("option_values", "<>", eb.val(fields.option_values)),
          eb("price_minor", "<>", fields.price_minor),
          eb("position", "<>", fields.position),
        ]),
      )
      .returning("id")
      .executeTakeFirst();
    const created = changed
      ? false
      : await createVariant(importing, productId, sku, fields, quantity);
    changes.push(changed !== undefined || created);
  }
  return changes;
}

/** Makes the variant with its counter and receives its stock, unless the SKU exists. */
async function createVariant(
  { tx, actor }: Importing,
  productId: ProductId,
  sku: ImportProduct["variants"][number]["sku"],
  fields: { title: string; option_values: string[]; price_minor: number; position: number },
  quantity: number,
): Promise<boolean> {
  const known = await tx
    .selectFrom("variant")
    .select("id")
    .where("sku", "=", sku)
    .executeTakeFirst();
  if (known) return false;
  const counterId = newId(CounterId);
  await tx.insertInto("counter").values({ id: counterId, kind: "stock" }).execute();
  const made = await tx
    .insertInto("variant")
    .values({ id: newId(VariantId), product_id: productId, sku, counter_id: counterId, ...fields })
    .onConflict((oc) => oc.column("sku").doNothing())
    .returning("id")
    .executeTakeFirst();
  if (!made) throw new ShopError({ code: "DUPLICATE", entity: "variant", field: `SKU ${sku}` });
  if (quantity > 0) {
    const cause = `import:${sku}`;
    await enterStock(tx, {
      counterId,
      sku,
      kind: "receive",
      change: quantity,
      cause,
      reason: "import",
      actor,
    });
  }
  return true;
}
