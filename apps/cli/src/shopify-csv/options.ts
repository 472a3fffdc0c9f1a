import { quoted, type Report } from "./problem.ts";
import type { Row } from "./row.ts";

export const optionColumns = [
  { name: "Option1 Name", value: "Option1 Value" },
  { name: "Option2 Name", value: "Option2 Value" },
  { name: "Option3 Name", value: "Option3 Value" },
] as const;

/**
 * What the variants of a product differ in, from its first row. None when it has only one, which
 * Shopify writes as an option “Title” with the value “Default Title”.
 */
export function optionNamesOf(first: Row, report: Report): string[] {
  const { cells } = first;
  const names = optionColumns.map(({ name }) => cells[name]);
  if (names.slice(1).every((name) => name === "")) {
    const unnamed = names[0] === "" && cells["Option1 Value"] === "";
    const standard = names[0] === "Title" && cells["Option1 Value"] === "Default Title";
    if (unnamed || standard) return [];
  }
  const count = Math.max(1, names.findLastIndex((name) => name !== "") + 1);
  for (const { name, value } of optionColumns.slice(0, count)) {
    if (cells[name] === "") report(first, name, `is empty, but a name must tell what ${value} is`);
  }
  return names.slice(0, count);
}

/** A variant's value for each option of its product. */
export function optionValuesOf(row: Row, names: readonly string[], report: Report): string[] {
  const values: string[] = [];
  for (const [at, { value: column }] of optionColumns.entries()) {
    const value = row.cells[column];
    if (at < names.length) {
      if (value === "") report(row, column, "is empty");
      values.push(value);
    } else if (value !== "" && value !== "Default Title") {
      report(row, column, `is ${quoted(value)}, but the product’s first row names no such option`);
    }
  }
  return values;
}
