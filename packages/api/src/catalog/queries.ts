import type {
  Category,
  ListProducts,
  Product,
  ProductCard,
  ProductPage,
} from "@tuckshop/contracts/catalog";
import { ShopError } from "@tuckshop/contracts/errors";
import { ProductId, type VariantId } from "@tuckshop/contracts/ids";
import { money } from "@tuckshop/contracts/money";
import type { ReadDb } from "@tuckshop/db/schema";
import { sql } from "kysely";
import * as z from "zod/mini";
import { decodeCursor, encodeCursor } from "../cursor.ts";
import { availabilityOf } from "./availability.ts";

/** The shop's counters, with how much lies on each. */
export async function categories(db: ReadDb): Promise<Category[]> {
  const rows = await db
    .selectFrom("category")
    .leftJoin(productStock(db).as("stock"), "stock.category_id", "category.id")
    .select((eb) => [
      "category.slug",
      "category.name",
      "category.hue",
      eb.fn.count<number>("stock.id").as("productCount"),
      eb.fn.count<number>("stock.id").filterWhere("available", ">", 0).as("inStockCount"),
      eb.fn
        .count<number>("stock.id")
        .filterWhere(sql<boolean>`available between 1 and 5`)
        .as("nearlyGoneCount"),
    ])
    .groupBy("category.id")
    .orderBy("category.position")
    .execute();
  return rows;
}

/** Active products with what is available of all their variants together. */
const productStock = (db: ReadDb) =>
  db
    .selectFrom("product")
    .innerJoin("variant", "variant.product_id", "product.id")
    .innerJoin("counter", "counter.id", "variant.counter_id")
    .select([
      "product.id",
      "product.category_id",
      sql<number>`sum(capacity - claimed)::bigint`.as("available"),
    ])
    .where("product.state", "=", "active")
    .groupBy("product.id");

const cards = (db: ReadDb) =>
  db
    .selectFrom("product")
    .innerJoin("category", "category.id", "product.category_id")
    .innerJoin("variant", "variant.product_id", "product.id")
    .innerJoin("counter", "counter.id", "variant.counter_id")
    .crossJoin("shop")
    .select([
      "product.id",
      "product.slug",
      "product.title",
      "product.detail",
      "product.tags",
      "category.slug as categorySlug",
      "category.name as categoryName",
      "category.hue",
      "shop.currency",
      sql<number>`min(variant.price_minor)`.as("priceMin"),
      sql<number>`max(variant.price_minor)`.as("priceMax"),
      sql<number>`sum(capacity - claimed)::bigint`.as("available"),
      sql<VariantId | null>`case when count(*) = 1 then min(variant.id) end`.as("onlyVariantId"),
    ])
    .where("product.state", "=", "active")
    .groupBy(["product.id", "category.id", "shop.currency"]);

type CardRow = Awaited<ReturnType<ReturnType<typeof cards>["execute"]>>[number];

const cardOf = (row: CardRow): ProductCard => ({
  id: row.id,
  slug: row.slug,
  title: row.title,
  detail: row.detail,
  tags: row.tags,
  category: { slug: row.categorySlug, name: row.categoryName, hue: row.hue },
  priceFrom: money(row.priceMin, row.currency),
  priceVaries: row.priceMax > row.priceMin,
  onlyVariantId: row.onlyVariantId,
  availability: availabilityOf(row.available),
});

const ListPosition = z.tuple([z.string(), ProductId]);

/** Products by title, a page at a time. A keyset: rows that come and go shift no page. */
export async function productPage(
  db: ReadDb,
  { category, cursor, limit }: ListProducts,
): Promise<ProductPage> {
  let query = cards(db)
    .orderBy("product.title")
    .orderBy("product.id")
    .limit(limit + 1);
  if (category) query = query.where("category.slug", "=", category);
  if (cursor) {
    const [title, id] = decodeCursor(cursor, ListPosition);
    query = query.where((eb) =>
      eb(eb.refTuple("product.title", "product.id"), ">", eb.tuple(title, id)),
    );
  }
  const rows = await query.execute();
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    items: page.map(cardOf),
    nextCursor: rows.length > limit && last ? encodeCursor([last.title, last.id]) : null,
  };
}

const freshPerCategory = 4;

/** What the home page shows: a few of each counter, what is in stock and tagged “fresh” first. */
export async function freshProducts(db: ReadDb): Promise<ProductCard[]> {
  const rows = await db
    .selectFrom(
      cards(db)
        .select(
          sql<number>`row_number() over (
            partition by category.id
            order by sum(capacity - claimed) <= 0, 'fresh' = any(product.tags) desc, product.id
          )`.as("rank"),
        )
        .select("category.position")
        .as("card"),
    )
    .selectAll()
    .where("rank", "<=", freshPerCategory)
    .orderBy("position")
    .orderBy("rank")
    .execute();
  return rows.map(cardOf);
}

/** One active product with its variants, or NOT_FOUND. */
export async function productBySlug(db: ReadDb, slug: string): Promise<Product> {
  const product = await db
    .selectFrom("product")
    .innerJoin("category", "category.id", "product.category_id")
    .crossJoin("shop")
    .selectAll("product")
    .select(["category.slug as categorySlug", "category.name as categoryName", "hue", "currency"])
    .where("product.slug", "=", slug)
    .where("product.state", "=", "active")
    .executeTakeFirst();
  if (!product) throw new ShopError({ code: "NOT_FOUND", entity: "product" });
  const variants = await db
    .selectFrom("variant")
    .innerJoin("counter", "counter.id", "counter_id")
    .selectAll("variant")
    .select(sql<number>`capacity - claimed`.as("available"))
    .where("product_id", "=", product.id)
    .orderBy("position")
    .execute();
  return {
    id: product.id,
    slug: product.slug,
    title: product.title,
    detail: product.detail,
    description: product.description,
    tags: product.tags,
    vendor: product.vendor,
    category: { slug: product.categorySlug, name: product.categoryName, hue: product.hue },
    optionNames: product.option_names,
    foodFacts: product.food_facts,
    variants: variants.map((variant) => ({
      id: variant.id,
      sku: variant.sku,
      title: variant.title,
      optionValues: variant.option_values,
      price: money(variant.price_minor, product.currency),
      availability: availabilityOf(variant.available),
    })),
  };
}
