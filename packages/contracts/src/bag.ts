import * as z from "zod/mini";
import { Sku, Slug, VariantId } from "./ids.ts";
import { Money } from "./money.ts";
import { Hue } from "./shop.ts";

export const quantityMax = 99;
export const Quantity = z.int().check(z.minimum(1), z.maximum(quantityMax));

export const BagLine = z.object({
  variantId: VariantId,
  sku: Sku,
  slug: Slug,
  title: z.string(),
  variantTitle: z.string(),
  hue: Hue,
  quantity: Quantity,
  /** What this shopper could have right now, at most `quantityMax`. */
  available: z.int(),
  unitPrice: Money,
  lineTotal: Money,
});
export type BagLine = z.infer<typeof BagLine>;

/** What the server changed in what was asked for, so that the line can say so in words. */
export const BagAdjustment = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("quantity_reduced"),
    variantId: VariantId,
    title: z.string(),
    wanted: z.int(),
    now: z.int(),
  }),
  z.object({ kind: z.literal("removed"), variantId: VariantId, title: z.string() }),
  z.object({
    kind: z.literal("price_changed"),
    variantId: VariantId,
    title: z.string(),
    was: Money,
    now: Money,
  }),
]);
export type BagAdjustment = z.infer<typeof BagAdjustment>;

export const Bag = z.object({
  version: z.int(),
  lines: z.array(BagLine),
  itemCount: z.int(),
  subtotal: Money,
  adjustments: z.array(BagAdjustment),
});
export type Bag = z.infer<typeof Bag>;

/** The whole wanted bag, not a difference: sending it twice changes nothing. */
export const PutBag = z.object({
  baseVersion: z.int().check(z.nonnegative()),
  lines: z.array(z.object({ variantId: VariantId, quantity: Quantity })).check(z.maxLength(50)),
});
export type PutBag = z.infer<typeof PutBag>;
