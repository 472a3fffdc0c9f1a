import type { Check } from "./check.ts";
import { moneyChecks } from "./money-checks.ts";
import { orderChecks } from "./order-checks.ts";
import { processChecks } from "./process-checks.ts";
import { stockChecks } from "./stock-checks.ts";

/** Every invariant, written once: the doctor runs them all, tests those that hold at every moment. */
export const checks: readonly Check[] = [
  ...stockChecks,
  ...orderChecks,
  ...moneyChecks,
  ...processChecks,
];
