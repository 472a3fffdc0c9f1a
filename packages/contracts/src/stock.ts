import * as z from "zod/mini";
import { Sku, VariantId } from "./ids.ts";
import { PageInput, Timestamp, pageOf } from "./page.ts";
import { Hue } from "./shop.ts";

/** On hand is what lies on the shelf, reserved what is promised of it, available the rest. */
export const StockLevel = z.object({
  variantId: VariantId,
  sku: Sku,
  title: z.string(),
  variantTitle: z.string(),
  category: z.object({ name: z.string(), hue: Hue }),
  onHand: z.int(),
  reserved: z.int(),
  available: z.int(),
});
export type StockLevel = z.infer<typeof StockLevel>;

export const ListStock = z.object({
  search: z.optional(z.string().check(z.trim(), z.maxLength(80))),
  lowOnly: z.optional(z.boolean()),
  ...PageInput,
});
export type ListStock = z.infer<typeof ListStock>;
export const StockPage = pageOf(StockLevel);

const pieces = 1_000_000;
const Reason = z.string().check(z.trim(), z.minLength(1), z.maxLength(300));

export const ReceiveStock = z.object({
  sku: Sku,
  quantity: z.int().check(z.minimum(1), z.maximum(pieces)),
  reason: Reason,
});
export type ReceiveStock = z.infer<typeof ReceiveStock>;

export const AdjustmentReason = z.enum(["counted", "spoiled", "gift", "correction"]);
export type AdjustmentReason = z.infer<typeof AdjustmentReason>;

export const AdjustStock = z.object({
  sku: Sku,
  /** How many more, or fewer when negative. */
  change: z.int().check(
    z.minimum(-pieces),
    z.maximum(pieces),
    z.refine((change) => change !== 0, "The change must not be 0."),
  ),
  reason: AdjustmentReason,
  note: z.optional(Reason),
});
export type AdjustStock = z.infer<typeof AdjustStock>;

export const ListStockEntries = z.object({ sku: Sku });
export const StockEntry = z.object({
  kind: z.enum(["receive", "adjust", "sale", "return"]),
  change: z.int(),
  balance: z.int(),
  cause: z.string(),
  actor: z.string(),
  at: Timestamp,
});
export type StockEntry = z.infer<typeof StockEntry>;
