import type { BookCheck } from "@tuckshop/contracts/books";
import { expect, test } from "vitest";
import { booksFinding, tookWords } from "./book-words.ts";

const check = (count: number, ms = 2): BookCheck => ({
  book: "stock",
  name: "stock-equals-ledger",
  says: "On hand is the sum of the stock ledger.",
  settled: false,
  count,
  rows: [],
  ms,
});

const books = (...checks: BookCheck[]) => ({ checkedAt: "2026-11-24T13:00:00.000Z", checks });

test("the finding counts what does not hold, or says that all does", () => {
  expect(booksFinding(books(check(0), check(0)))).toBe("All 2 checks hold");
  expect(booksFinding(books(check(0), check(1)))).toBe("1 check does not hold: 1 row");
  expect(booksFinding(books(check(3), check(1)))).toBe("2 checks do not hold: 4 rows");
});

test("the time of a run is the sum of its checks", () => {
  expect(tookWords(books(check(0), check(0)))).toBe("4 ms");
  expect(tookWords(books(check(0, 900), check(0, 350)))).toBe("1.3 s");
});
