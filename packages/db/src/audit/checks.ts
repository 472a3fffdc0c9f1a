import type { Check } from "./check.ts";
import { moneyChecks } from "./money-checks.ts";
import { orderChecks } from "./order-checks.ts";
import { processChecks } from "./process-checks.ts";
import { refundChecks } from "./refund-checks.ts";
import { stockChecks } from "./stock-checks.ts";

/** Every invariant, written once, by the book that it is about. */
export const books = {
  stock: stockChecks,
  orders: orderChecks,
  money: [...moneyChecks, ...refundChecks],
  process: processChecks,
} satisfies Record<string, readonly Check[]>;

/** The doctor runs them all, tests those that hold at every moment. */
export const checks: readonly Check[] = Object.values(books).flat();
