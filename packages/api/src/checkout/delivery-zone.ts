import type { Fulfilment } from "@tuckshop/contracts/checkout";
import { ShopError } from "@tuckshop/contracts/errors";

export type Zone = { name: string; feeMinor: number; freeFromMinor: number | null };
export type Delivery = { area: string | null; feeMinor: number };

/** Where it goes and what that costs for a bag of this value, or DELIVERY_UNAVAILABLE. Pickup costs nothing. */
export function deliveryFor(
  fulfilment: Fulfilment,
  zone: Zone | null,
  subtotalMinor: number,
): Delivery {
  if (fulfilment.method === "pickup") return { area: null, feeMinor: 0 };
  const { pincode } = fulfilment;
  if (!zone) throw new ShopError({ code: "DELIVERY_UNAVAILABLE", pincode });
  const isFree = zone.freeFromMinor !== null && subtotalMinor >= zone.freeFromMinor;
  return { area: zone.name, feeMinor: isFree ? 0 : zone.feeMinor };
}
