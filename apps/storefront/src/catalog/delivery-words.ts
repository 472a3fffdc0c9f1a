import type { Shop } from "@tuckshop/contracts/shop";
import { formatMoney } from "@tuckshop/ui/money";

/** What getting it costs, said before anybody has to ask. */
export function deliveryWords({ zones }: Shop): string {
  const [cheapest] = zones.toSorted((a, b) => a.fee.minor - b.fee.minor);
  if (!cheapest) return "Pick up at the shop";
  const fee =
    cheapest.fee.minor === 0 ? "Free delivery" : `Delivery from ${formatMoney(cheapest.fee)}`;
  return `${fee}. Picking up is free.`;
}
