import { columns, type Column, type Header } from "./columns.ts";

/** One row of the file: its number there, and the cells that we read, missing ones as empty text. */
export type Row = { number: number; cells: Record<Column, string> };

/** HTML keeps its line breaks; every other cell is one line without control characters. */
export function rowOf(header: Header, number: number, cells: readonly string[]): Row {
  const read = (column: Column): string => {
    const text = cells[header.positions.get(column) ?? -1] ?? "";
    return column === "Body (HTML)" ? text : oneLine(text);
  };
  return {
    number,
    cells: Object.fromEntries(columns.map((column) => [column, read(column)])) as Row["cells"],
  };
}

const oneLine = (text: string): string => text.replace(/[\s\p{Cc}]+/gu, " ").trim();

export const isBlank = (cells: readonly string[]): boolean =>
  cells.every((cell) => cell.trim() === "");
