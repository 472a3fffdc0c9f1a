import type { ShopClient } from "@tuckshop/client/client";
import { allPages } from "../pages.ts";
import type { Print } from "../print.ts";
import { tableLines } from "../table.ts";

export type ListStockInput = { low: boolean; json: boolean };

/** What is on the shelf, promised and left to sell, of every SKU or of those that run low. */
export async function listStock(
  shop: ShopClient,
  { low, json }: ListStockInput,
  print: Print,
): Promise<void> {
  const levels = await allPages(Number.POSITIVE_INFINITY, (page) =>
    shop.staff.stock.levels.query({ ...page, lowOnly: low }),
  );
  if (json) {
    print(JSON.stringify(levels, null, 2));
    return;
  }
  if (levels.length === 0) {
    print(low ? "Nothing runs low." : "No stock.");
    return;
  }
  const rows = levels.map((level) => [
    level.sku,
    String(level.onHand),
    String(level.reserved),
    String(level.available),
    level.category.name,
    [level.title, level.variantTitle].filter(Boolean).join(", "),
  ]);
  print(tableLines(columns, rows).join("\n"));
}

const columns = [
  { title: "SKU", align: "left" },
  { title: "ON HAND", align: "right" },
  { title: "RESERVED", align: "right" },
  { title: "AVAILABLE", align: "right" },
  { title: "COUNTER", align: "left" },
  { title: "ARTICLE", align: "left" },
] as const;
