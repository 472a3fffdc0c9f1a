import type { Fulfilment } from "@tuckshop/contracts/checkout";
import { ShopError } from "@tuckshop/contracts/errors";
import type { ReadDb } from "@tuckshop/db/schema";
import { sql } from "kysely";

export type Delivery = { area: string | null; feeMinor: number };

/** Where it goes and what that costs for a bag of this value, or DELIVERY_UNAVAILABLE. Pickup costs nothing. */
export async function deliveryFor(
  db: ReadDb,
  fulfilment: Fulfilment,
  subtotalMinor: number,
): Promise<Delivery> {
  if (fulfilment.method === "pickup") return { area: null, feeMinor: 0 };
  const { pincode } = fulfilment;
  const zone = await db
    .selectFrom("zone")
    .selectAll()
    .where(sql<boolean>`${pincode} = any(pincodes)`)
    .orderBy("fee_minor")
    .executeTakeFirst();
  if (!zone) throw new ShopError({ code: "DELIVERY_UNAVAILABLE", pincode });
  const isFree = zone.free_from_minor !== null && subtotalMinor >= zone.free_from_minor;
  return { area: zone.name, feeMinor: isFree ? 0 : zone.fee_minor };
}
