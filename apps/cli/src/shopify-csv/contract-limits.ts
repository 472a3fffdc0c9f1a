import { ImportProduct } from "@tuckshop/contracts/products-import";
import type * as z from "zod/mini";
import type { Column } from "./columns.ts";
import { optionColumns } from "./options.ts";
import type { Report } from "./problem.ts";
import type { Row } from "./row.ts";

export type ProductRows = { first: Row; variants: readonly Row[] };

/** The draft as the server takes it; where it breaks one of the contract's limits, that is reported at its cell. */
export function withinLimits(
  draft: unknown,
  rows: ProductRows,
  report: Report,
): ImportProduct | undefined {
  const parsed = ImportProduct.safeParse(draft);
  if (parsed.success) return parsed.data;
  for (const issue of parsed.error.issues) {
    const { row, column } = placeOf(issue.path, rows);
    report(row, column, sentence(issue));
  }
  return undefined;
}

const columnOf = new Map<PropertyKey | undefined, Column>([
  ["handle", "Handle"],
  ["title", "Title"],
  ["description", "Body (HTML)"],
  ["vendor", "Vendor"],
  ["tags", "Tags"],
  ["variants", "Handle"],
  ["images", "Image Src"],
  ["sku", "Variant SKU"],
  ["priceMinor", "Variant Price"],
  ["quantity", "Variant Inventory Qty"],
]);

function placeOf(
  [field, at, part, partAt]: readonly PropertyKey[],
  { first, variants }: ProductRows,
): { row: Row; column: Column | null } {
  if (field === "optionNames") {
    return { row: first, column: optionColumns[Number(at)]?.name ?? null };
  }
  const row = field === "variants" ? (variants[Number(at)] ?? first) : first;
  if (part === "optionValues") return { row, column: optionColumns[Number(partAt)]?.value ?? null };
  return { row, column: columnOf.get(part ?? field) ?? null };
}

function sentence(issue: z.core.$ZodIssue): string {
  if (issue.code === "too_big") {
    if (issue.origin === "string") return `is longer than ${issue.maximum} characters`;
    return issue.origin === "array"
      ? `has more than ${issue.maximum} entries`
      : `is more than ${issue.maximum}`;
  }
  if (issue.code === "too_small") return "is empty";
  return "does not fit";
}
