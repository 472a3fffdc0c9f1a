import { clsx } from "clsx";
import type { ReactNode } from "react";

export type Column<Row> = {
  key: string;
  header: string;
  cell: (row: Row) => ReactNode;
  /** Numbers and money stand at the right, in figures of one width. */
  numeric?: boolean;
  /** The cell that names the row. */
  rowHeader?: boolean;
  className?: string;
};

type Props<Row> = {
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** Shown instead of rows when there are none. */
  empty?: ReactNode;
};

/** A plain table that scrolls sideways by itself, so that the page never does. */
export function Table<Row>({ caption, columns, rows, rowKey, empty }: Props<Row>) {
  if (rows.length === 0 && empty) return empty;
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region must be reachable by keyboard
    <section aria-label={caption} tabIndex={0} className="overflow-x-auto">
      <table className="w-full border-collapse text-left">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr className="border-b border-line text-[0.8125rem] text-ink-2">
            {columns.map((column) => (
              <th
                key={column.key}
                scope="col"
                className={cellClass(column, "py-1.5 font-semibold")}
              >
                {column.header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)} className="border-b border-line last:border-0">
              {columns.map((column) => (
                <Cell key={column.key} column={column} row={row} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Cell<Row>({ column, row }: { column: Column<Row>; row: Row }) {
  if (column.rowHeader) {
    return (
      <th scope="row" className={cellClass(column, "py-2.5 font-semibold")}>
        {column.cell(row)}
      </th>
    );
  }
  return <td className={cellClass(column, "py-2.5")}>{column.cell(row)}</td>;
}

function cellClass<Row>({ numeric, className }: Column<Row>, base: string): string {
  return clsx(
    base,
    "pr-4 align-top last:pr-0",
    numeric && "text-right tabular-nums whitespace-nowrap",
    className,
  );
}
