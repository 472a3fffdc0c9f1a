import type { FoodFacts } from "@tuckshop/contracts/catalog";

export type DemoVariant = {
  sku: string;
  /** Empty when the product has one variant only. */
  title: string;
  /** Paise. */
  priceMinor: number;
  stock: number;
};

export type DemoProduct = {
  slug: string;
  title: string;
  /** One short line for the card: “Alphonso, saffron · 80 ml”. */
  detail: string;
  description: string;
  vendor: string | null;
  tags: string[];
  /** What its variants differ in (“Size”, “Shade”), null when there is one. */
  optionName: string | null;
  hsn: string;
  taxRateBasisPoints: 0 | 500 | 1200 | 1800;
  foodFacts: FoodFacts | null;
  variants: DemoVariant[];
};
