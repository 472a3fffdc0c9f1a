import * as z from "zod/mini";
import { ProductId, Sku, Slug, VariantId } from "./ids.ts";
import { Money } from "./money.ts";
import { PageInput, pageOf } from "./page.ts";
import { Hue } from "./shop.ts";

/** Stock in words a shopper may see: how many only when few are left. */
export const Availability = z.object({
  state: z.enum(["in", "low", "out"]),
  left: z.nullable(z.int()),
});
export type Availability = z.infer<typeof Availability>;

export const Category = z.object({
  slug: Slug,
  name: z.string(),
  hue: Hue,
  productCount: z.int(),
  inStockCount: z.int(),
  nearlyGoneCount: z.int(),
});
export type Category = z.infer<typeof Category>;

const productSummary = {
  id: ProductId,
  slug: Slug,
  title: z.string(),
  detail: z.string(),
  category: z.object({ slug: Slug, name: z.string(), hue: Hue }),
  tags: z.array(z.string()),
};

export const ProductCard = z.object({
  ...productSummary,
  priceFrom: Money,
  /** Whether variants differ in price, so that a card says “from”. */
  priceVaries: z.boolean(),
  /** The one variant that “add” means, null when the shopper must choose. */
  onlyVariantId: z.nullable(VariantId),
  availability: Availability,
});
export type ProductCard = z.infer<typeof ProductCard>;

export const FoodFacts = z.object({
  ingredients: z.array(z.string()),
  allergens: z.array(z.string()),
  diet: z.array(
    z.enum(["vegetarian", "vegan", "eggless", "no_added_sugar", "gluten_free", "jain"]),
  ),
  storage: z.nullable(z.string()),
});
export type FoodFacts = z.infer<typeof FoodFacts>;

export const Variant = z.object({
  id: VariantId,
  sku: Sku,
  title: z.string(),
  optionValues: z.array(z.string()),
  price: Money,
  availability: Availability,
});
export type Variant = z.infer<typeof Variant>;

export const Product = z.object({
  ...productSummary,
  description: z.string(),
  vendor: z.nullable(z.string()),
  optionNames: z.array(z.string()),
  foodFacts: z.nullable(FoodFacts),
  variants: z.array(Variant),
});
export type Product = z.infer<typeof Product>;

export const ListProducts = z.object({
  category: z.optional(Slug),
  ...PageInput,
});
export type ListProducts = z.infer<typeof ListProducts>;

export const ProductPage = pageOf(ProductCard);
export type ProductPage = z.infer<typeof ProductPage>;
export const ProductBySlug = z.object({ slug: Slug });
