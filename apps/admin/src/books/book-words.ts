import type { BookCheck, BookName, CheckedBooks } from "@tuckshop/contracts/books";

export const bookTitles: Record<BookName, string> = {
  stock: "Stock",
  orders: "Orders",
  money: "Money",
  process: "Process",
};

export const isFound = ({ count }: Pick<BookCheck, "count">): boolean => count > 0;

/** “1 row”, “12 rows”. */
export const rowsWords = (count: number): string => `${count} ${count === 1 ? "row" : "rows"}`;

/** What the books say, in one sentence: the title of their picture. */
export function booksFinding({ checks }: CheckedBooks): string {
  const found = checks.filter(isFound);
  if (found.length === 0) return `All ${checks.length} checks hold`;
  const rows = found.reduce((sum, { count }) => sum + count, 0);
  const does = found.length === 1 ? "1 check does not hold" : `${found.length} checks do not hold`;
  return `${does}: ${rowsWords(rows)}`;
}

/** How long the whole run took. */
export function tookWords({ checks }: CheckedBooks): string {
  const ms = checks.reduce((sum, check) => sum + check.ms, 0);
  return ms < 1_000 ? `${ms} ms` : `${(ms / 1_000).toFixed(1)} s`;
}
