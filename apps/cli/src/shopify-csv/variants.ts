import { Sku } from "@tuckshop/contracts/ids";
import { derivedSku } from "./derived-sku.ts";
import { optionColumns, optionValuesOf } from "./options.ts";
import { minorUnits } from "./price.ts";
import { quoted, type Report } from "./problem.ts";
import type { Row } from "./row.ts";

export type VariantDraft = {
  sku: string;
  optionValues: string[];
  priceMinor: number;
  quantity: number;
};

/** The rows of a product that carry a variant: its first, and later ones that are not just an image. */
export const variantRows = (rows: readonly Row[]): Row[] =>
  rows.filter(
    ({ cells }, at) =>
      at === 0 ||
      cells["Variant SKU"] !== "" ||
      cells["Variant Price"] !== "" ||
      optionColumns.some(({ value }) => cells[value] !== ""),
  );

/** The variants of one product, with no two that a shopper or a scanner could not tell apart. */
export function variantsOf(
  handle: string,
  rows: readonly Row[],
  optionNames: readonly string[],
  report: Report,
): VariantDraft[] {
  const rowOfChoice = new Map<string, number>();
  const rowOfSku = new Map<string, number>();
  return rows.map((row) => {
    const optionValues = optionValuesOf(row, optionNames, report);
    const sku = skuOf(row, handle, optionValues, report);
    const choice = JSON.stringify(optionValues);
    const twin = rowOfChoice.get(choice);
    const skuTwin = rowOfSku.get(sku);
    if (twin !== undefined) {
      const why = optionNames.length > 0 ? "the same options" : "no option to tell it apart";
      report(row, "Option1 Value", `this variant and the one in row ${twin} have ${why}`);
    } else if (skuTwin !== undefined) {
      report(row, "Variant SKU", `${quoted(sku)} is also the SKU of row ${skuTwin}`);
    }
    rowOfChoice.set(choice, row.number);
    rowOfSku.set(sku, row.number);
    return {
      sku,
      optionValues,
      priceMinor: priceOf(row, report),
      quantity: quantityOf(row, report),
    };
  });
}

function skuOf(row: Row, handle: string, optionValues: readonly string[], report: Report): string {
  // Shopify writes an apostrophe before a SKU of digits, to keep spreadsheets from changing it.
  const given = row.cells["Variant SKU"].replace(/^'/, "").toUpperCase();
  if (given === "") return derivedSku(handle, optionValues);
  if (!Sku.safeParse(given).success) {
    const rule = "a SKU takes up to 64 letters, digits, dots, dashes and underscores";
    report(row, "Variant SKU", `${quoted(given)} is not a SKU: ${rule}`);
  }
  return given;
}

function priceOf(row: Row, report: Report): number {
  const text = row.cells["Variant Price"];
  const minor = minorUnits(text);
  if (minor !== null) return minor;
  const why = text === "" ? "is empty" : `${quoted(text)} is not a price such as 9.99`;
  report(row, "Variant Price", why);
  return 0;
}

function quantityOf(row: Row, report: Report): number {
  const text = row.cells["Variant Inventory Qty"];
  if (text === "") return 0;
  if (/^\d{1,9}$/.test(text)) return Number(text);
  const why = text.startsWith("-") ? "is less than nothing" : "is not a whole number of pieces";
  report(row, "Variant Inventory Qty", `${quoted(text)} ${why}`);
  return 0;
}
