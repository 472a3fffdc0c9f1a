import * as z from "zod/mini";
import { OrderId, Sku } from "./ids.ts";
import { Timestamp } from "./page.ts";

/** The four books that are kept: each check belongs to one. */
export const BookName = z.enum(["stock", "orders", "money", "process"]);
export type BookName = z.infer<typeof BookName>;

const Cell = z.union([z.string(), z.number(), z.boolean(), z.null()]);

/** A row for which a check does not hold, and the page that shows what it is about, where there is one. */
export const OffendingRow = z.object({
  cells: z.record(z.string(), Cell),
  orderId: z.nullable(OrderId),
  sku: z.nullable(Sku),
});
export type OffendingRow = z.infer<typeof OffendingRow>;

export const BookCheck = z.object({
  book: BookName,
  name: z.string(),
  /** What must hold, as a sentence. */
  says: z.string(),
  /** Holds only once nothing is on its way any more. */
  settled: z.boolean(),
  count: z.int(),
  /** The first of them. */
  rows: z.array(OffendingRow),
  ms: z.int(),
});
export type BookCheck = z.infer<typeof BookCheck>;

/** What the doctor found in one snapshot of the live database. */
export const CheckedBooks = z.object({ checkedAt: Timestamp, checks: z.array(BookCheck) });
export type CheckedBooks = z.infer<typeof CheckedBooks>;
