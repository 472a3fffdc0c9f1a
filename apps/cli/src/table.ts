export type TableColumn = { title: string; align: "left" | "right" };

/** Rows below their titles, aligned; the last column on the left is not padded. */
export function tableLines(
  columns: readonly TableColumn[],
  rows: readonly (readonly string[])[],
): string[] {
  const lines = [columns.map(({ title }) => title), ...rows];
  const widths = columns.map((_column, at) =>
    Math.max(...lines.map((cells) => width(cells[at] ?? ""))),
  );
  return lines.map((cells) =>
    columns
      .map(({ align }, at) => {
        const cell = cells[at] ?? "";
        const padding = " ".repeat(Math.max(0, (widths[at] ?? 0) - width(cell)));
        return align === "left" ? cell + padding : padding + cell;
      })
      .join("  ")
      .trimEnd(),
  );
}

const graphemes = new Intl.Segmenter();

/** What people see as letters, not what JavaScript counts: é may be two characters. */
const width = (text: string): number => [...graphemes.segment(text)].length;
