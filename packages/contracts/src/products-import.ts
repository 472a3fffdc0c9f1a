import * as z from "zod/mini";
import { Sku, Slug } from "./ids.ts";
import { Minor } from "./money.ts";

export const ImportVariant = z.object({
  sku: Sku,
  optionValues: z.array(z.string().check(z.minLength(1), z.maxLength(120))).check(z.maxLength(3)),
  priceMinor: Minor,
  /** What to put on the shelf when the variant is new; stock of a known one is left alone. */
  quantity: z.int().check(z.minimum(0), z.maximum(1_000_000)),
});
export type ImportVariant = z.infer<typeof ImportVariant>;

export const ImportProduct = z.object({
  handle: Slug,
  title: z.string().check(z.trim(), z.minLength(1), z.maxLength(255)),
  description: z.string().check(z.maxLength(20_000)),
  vendor: z.nullable(z.string().check(z.maxLength(255))),
  tags: z.array(z.string().check(z.minLength(1), z.maxLength(255))).check(z.maxLength(250)),
  published: z.boolean(),
  optionNames: z.array(z.string().check(z.minLength(1), z.maxLength(120))).check(z.maxLength(3)),
  variants: z.array(ImportVariant).check(z.minLength(1), z.maxLength(100)),
  images: z.array(z.object({ url: z.url(), alt: z.string() })).check(z.maxLength(250)),
});
export type ImportProduct = z.infer<typeof ImportProduct>;

/** A few products at a time, so that a caller can show progress and a bad one stops no other. */
export const ImportProducts = z.object({
  /** The shop's counter for products that are new. */
  category: Slug,
  products: z.array(ImportProduct).check(z.minLength(1), z.maxLength(25)),
});
export type ImportProducts = z.infer<typeof ImportProducts>;

export const ImportOutcome = z.object({
  handle: z.string(),
  outcome: z.enum(["created", "updated", "unchanged", "refused"]),
  message: z.nullable(z.string()),
});
export type ImportOutcome = z.infer<typeof ImportOutcome>;
export const ImportedProducts = z.object({ results: z.array(ImportOutcome) });
