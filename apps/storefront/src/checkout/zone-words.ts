import type { Shop } from "@tuckshop/contracts/shop";
import { formatMoney } from "@tuckshop/ui/money";

/** What a pincode means, said while it is being typed. The server has the last word on the fee. */
export function zoneWords({ zones }: Shop, pincode: string): string {
  if (pincode.length < 6) return "Six digits. It tells us whether we reach you, and for how much.";
  const zone = zones.find((each) => each.pincodes.includes(pincode));
  if (!zone) return `We don’t reach ${pincode} yet. Picking up is open to everyone.`;
  if (zone.fee.minor === 0) return `${zone.name}: we bring it for free.`;
  const free = zone.freeFrom ? `, free from ${formatMoney(zone.freeFrom)}` : "";
  return `${zone.name}: ${formatMoney(zone.fee)}${free}.`;
}
