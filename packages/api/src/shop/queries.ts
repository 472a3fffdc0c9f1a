import { money } from "@tuckshop/contracts/money";
import type { Shop } from "@tuckshop/contracts/shop";
import type { ReadDb } from "@tuckshop/db/schema";

export async function shopInfo(db: ReadDb): Promise<Shop> {
  const shop = await db.selectFrom("shop").selectAll().executeTakeFirstOrThrow();
  const zones = await db.selectFrom("zone").selectAll().orderBy("fee_minor").execute();
  return {
    name: shop.name,
    phone: shop.phone,
    address: shop.address,
    hours: shop.hours,
    timeZone: shop.time_zone,
    currency: shop.currency,
    cashFee: money(shop.cash_fee_minor, shop.currency),
    holdMinutes: shop.hold_minutes,
    zones: zones.map((zone) => ({
      name: zone.name,
      pincodes: zone.pincodes,
      fee: money(zone.fee_minor, shop.currency),
      freeFrom: zone.free_from_minor === null ? null : money(zone.free_from_minor, shop.currency),
    })),
  };
}
