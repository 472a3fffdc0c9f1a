import type { Availability } from "@tuckshop/contracts/catalog";

/** Stock as a person would say it: a number only when it matters. */
export function stockWords({ state, left }: Availability): string {
  if (state === "out") return "Sold out for now";
  if (state === "low") return left === null ? "Nearly gone" : `Only ${left} left`;
  return "In stock";
}
