import { Slug } from "@tuckshop/contracts/ids";
import type { ImportProduct } from "@tuckshop/contracts/products-import";
import { UserError } from "../user-error.ts";
import { headerOf, type Header } from "./columns.ts";
import { readCsvRows, type OpenFile } from "./csv-rows.ts";
import type { Problem } from "./problem.ts";
import { productOf } from "./product.ts";
import { isBlank, rowOf, type Row } from "./row.ts";

export type ShopifyCsv = {
  products: ImportProduct[];
  /** In the order of the file. */
  problems: Problem[];
  /** The handles whose product was left out for its problems. */
  skipped: string[];
};

/**
 * Reads Shopify's product CSV. A row that cannot be read is a problem and costs its own product;
 * every other product comes out whole. The rows of a product may stand apart, so all are read before
 * the first product is made.
 */
export async function readShopifyCsv(open: OpenFile): Promise<ShopifyCsv> {
  const rowsOf = new Map<string, [Row, ...Row[]]>();
  const problems: Problem[] = [];
  const skipped = new Set<string>();
  let header: Header | undefined;

  const addRow = (read: Header, number: number, cells: readonly string[]) => {
    if (isBlank(cells)) return;
    const row = rowOf(read, number, cells);
    const handle = row.cells.Handle;
    if (handle === "") {
      problems.push({ row: number, column: "Handle", why: "is empty" });
      return;
    }
    const rows = rowsOf.get(handle);
    if (rows) rows.push(row);
    else rowsOf.set(handle, [row]);
    if (!isBlank(cells.slice(read.width))) {
      const why = "has more cells than the file has columns";
      problems.push({ row: number, column: null, why });
      skipped.add(handle);
    }
  };

  await readCsvRows(open, {
    row: (number, cells) => {
      if (header) addRow(header, number, cells);
      else header = headerOf(cells);
    },
    broken: (number, line) => {
      if (!header) throw new UserError("This is not a CSV file: its first row cannot be read.");
      problems.push({ row: number, column: null, why: "has a quote that is out of place" });
      // Its cells are in doubt, but a handle needs no quotes: mostly it can be told by the commas.
      const cell = line.split(",")[header.positions.get("Handle") ?? 0] ?? "";
      const handle = Slug.safeParse(cell.trim().replace(/^"|"$/g, ""));
      if (handle.success) skipped.add(handle.data);
    },
  });
  if (!header) throw new UserError("The file is empty.");

  const products: ImportProduct[] = [];
  for (const [handle, rows] of rowsOf) {
    const product = productOf(handle, rows);
    if ("problems" in product) {
      problems.push(...product.problems);
      skipped.add(handle);
    } else if (!skipped.has(handle)) {
      products.push(product);
    }
  }
  problems.sort((a, b) => a.row - b.row);
  return { products, problems, skipped: [...skipped] };
}
