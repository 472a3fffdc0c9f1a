import type { StockLevel } from "@tuckshop/contracts/stock";

/** “Mango kulfi, 80 ml”. */
export function articleName({ title, variantTitle }: StockLevel): string {
  return variantTitle ? `${title}, ${variantTitle}` : title;
}
