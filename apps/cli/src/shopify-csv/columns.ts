import { UserError } from "../user-error.ts";

/** The columns of Shopify's product CSV that we read; a file may have any others as well. */
export const columns = [
  "Handle",
  "Title",
  "Body (HTML)",
  "Vendor",
  "Tags",
  "Published",
  "Status",
  "Option1 Name",
  "Option1 Value",
  "Option2 Name",
  "Option2 Value",
  "Option3 Name",
  "Option3 Value",
  "Variant SKU",
  "Variant Inventory Qty",
  "Variant Price",
  "Image Src",
  "Image Position",
  "Image Alt Text",
] as const;
export type Column = (typeof columns)[number];

const required: readonly Column[] = ["Handle", "Title", "Variant Price"];

/** Where each column stands in this file. */
export type Header = { positions: ReadonlyMap<Column, number>; width: number };

/** Finds our columns by name, however they are capitalised. Refuses a file that lacks a required one. */
export function headerOf(cells: readonly string[]): Header {
  const names = cells.map((name) => name.trim().toLowerCase());
  const positions = new Map<Column, number>();
  for (const column of columns) {
    const position = names.indexOf(column.toLowerCase());
    if (position !== -1) positions.set(column, position);
  }
  const missing = required.filter((column) => !positions.has(column));
  if (missing.length > 0) {
    const list = missing.map((column) => `"${column}"`).join(", ");
    throw new UserError(
      `This is not a product export of Shopify: its first row has no column ${list}.`,
    );
  }
  return { positions, width: cells.length };
}
