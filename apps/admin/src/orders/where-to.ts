import type { StaffOrderRow } from "@tuckshop/contracts/orders";

/** Where the goods go: “Delivery, Indiranagar”. */
export function whereTo({ fulfilmentMethod, area }: StaffOrderRow): string {
  if (fulfilmentMethod === "pickup") return "Pickup";
  return area ? `Delivery, ${area}` : "Delivery";
}
