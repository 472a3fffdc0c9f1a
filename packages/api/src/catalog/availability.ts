import type { Availability } from "@tuckshop/contracts/catalog";

const fewLeft = 5;

/** Stock in words for shoppers: an exact count only when few are left. */
export function availabilityOf(available: number): Availability {
  if (available <= 0) return { state: "out", left: null };
  if (available <= fewLeft) return { state: "low", left: available };
  return { state: "in", left: null };
}
