import type { Column } from "./columns.ts";
import type { Row } from "./row.ts";

/** Why a row cannot be read. `column` is null when it is not about one cell. */
export type Problem = { row: number; column: Column | null; why: string };

export type Report = (row: Row, column: Column | null, why: string) => void;

export const problemText = ({ row, column, why }: Problem): string =>
  column === null ? `row ${row}: ${why}` : `row ${row}, column "${column}": ${why}`;

const shownMax = 40;

/** A value as a problem shows it: in quotes, and not a whole page of it. */
export const quoted = (text: string): string =>
  `"${text.length > shownMax ? `${text.slice(0, shownMax)}…` : text}"`;
