import { Slug } from "@tuckshop/contracts/ids";
import type { ImportProduct } from "@tuckshop/contracts/products-import";
import type { Column } from "./columns.ts";
import { withinLimits } from "./contract-limits.ts";
import { imagesOf } from "./images.ts";
import { optionNamesOf } from "./options.ts";
import { plainText } from "./plain-text.ts";
import { quoted, type Problem, type Report } from "./problem.ts";
import type { Row } from "./row.ts";
import { variantRows, variantsOf } from "./variants.ts";

/** One product from all rows of its handle: the first describes it, later ones bring variants and images. */
export function productOf(
  handle: string,
  rows: readonly [Row, ...Row[]],
): ImportProduct | { problems: Problem[] } {
  const problems: Problem[] = [];
  const report: Report = (row, column, why) => problems.push({ row: row.number, column, why });
  const [first] = rows;
  for (const row of rows) reportDamage(row, report);
  if (!Slug.safeParse(handle).success) {
    const rule = "a handle takes small letters and digits, joined by single dashes";
    report(first, "Handle", `${quoted(handle)} is not a handle: ${rule}`);
  }
  if (first.cells.Title === "") report(first, "Title", "is empty in the product’s first row");
  const optionNames = optionNamesOf(first, report);
  const withVariant = variantRows(rows);
  const draft = {
    handle,
    title: first.cells.Title,
    description: plainText(first.cells["Body (HTML)"]),
    vendor: first.cells.Vendor || null,
    tags: tagsOf(first),
    published: publishedOf(first, report),
    optionNames,
    variants: variantsOf(handle, withVariant, optionNames, report),
    images: imagesOf(rows, report),
  };
  if (problems.length > 0) return { problems };
  return withinLimits(draft, { first, variants: withVariant }, report) ?? { problems };
}

/** Text that was saved in another encoding than UTF-8 would be wrong in the shop for ever. */
function reportDamage(row: Row, report: Report): void {
  for (const [column, text] of Object.entries(row.cells)) {
    if (!text.includes("\ufffd")) continue;
    report(row, column as Column, "has characters that are not UTF-8; save the file as CSV UTF-8");
  }
}

const tagsOf = ({ cells }: Row): string[] => [
  ...new Set(
    cells.Tags.split(",")
      .map((tag) => tag.trim())
      .filter((tag) => tag !== ""),
  ),
];

/** On sale as Shopify has it: published unless the file says no, and not a draft or archived. */
function publishedOf(row: Row, report: Report): boolean {
  const published = row.cells.Published.toLowerCase();
  const status = row.cells.Status.toLowerCase();
  if (!["", "true", "false"].includes(published)) {
    report(row, "Published", `${quoted(row.cells.Published)} is neither true nor false`);
  }
  return published !== "false" && (status === "" || status === "active");
}
