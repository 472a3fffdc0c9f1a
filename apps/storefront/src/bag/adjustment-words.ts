import type { BagAdjustment } from "@tuckshop/contracts/bag";
import { formatMoney } from "@tuckshop/ui/money";

/** What the server changed, as a person behind the counter would say it. */
export function adjustmentWords(adjustment: BagAdjustment): string {
  if (adjustment.kind === "removed") {
    return `${adjustment.title} has just sold out, so we took it out of your bag.`;
  }
  if (adjustment.kind === "price_changed") {
    return `The price is now ${formatMoney(adjustment.now)}; it was ${formatMoney(adjustment.was)}.`;
  }
  const { wanted, now } = adjustment;
  return `We have ${now} left, so we changed ${wanted} to ${now}.`;
}
