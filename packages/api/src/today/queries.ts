import { money } from "@tuckshop/contracts/money";
import type { Today } from "@tuckshop/contracts/orders";
import type { ReadDb } from "@tuckshop/db/schema";
import { sql } from "kysely";

const lowStockMax = 6;
const low = 5;

/** What the shop has to do now, and how its day goes, in the shop's own time zone. */
export async function today(db: ReadDb): Promise<Today> {
  const shop = await db
    .selectFrom("shop")
    .select(["currency", "time_zone"])
    .select(sql<string>`to_char(now() at time zone time_zone, 'YYYY-MM-DD')`.as("date"))
    .select(
      sql<string>`date_trunc('day', now() at time zone time_zone) at time zone time_zone`.as(
        "dayStart",
      ),
    )
    .executeTakeFirstOrThrow();
  const work = await db
    .selectFrom("orders")
    .select((eb) => [
      eb.fn.countAll<number>().filterWhere("state", "=", "confirmed").as("toPack"),
      eb.fn.countAll<number>().filterWhere("state", "=", "packed").as("toSendOut"),
      eb.fn.countAll<number>().filterWhere("state", "=", "out_for_delivery").as("onTheWay"),
      eb.fn.countAll<number>().filterWhere("state", "=", "ready_for_pickup").as("readyForPickup"),
      eb.fn.countAll<number>().filterWhere("state", "=", "pending_payment").as("awaitingPayment"),
    ])
    .where("state", "in", [
      "confirmed",
      "packed",
      "out_for_delivery",
      "ready_for_pickup",
      "pending_payment",
    ])
    .executeTakeFirstOrThrow();
  const hours = await salesByHour(db, shop.dayStart, shop.time_zone);
  const salesMinor = hours.reduce((sum, hour) => sum + hour.minor, 0);
  const orderCount = hours.reduce((sum, hour) => sum + hour.orders, 0);
  const inCurrency = (minor: number) => money(minor, shop.currency);
  return {
    date: shop.date,
    ...work,
    sales: inCurrency(salesMinor),
    cashDue: inCurrency(await cashDueMinor(db)),
    orderCount,
    averageOrder: inCurrency(orderCount === 0 ? 0 : Math.round(salesMinor / orderCount)),
    salesByHour: hours.map(({ hour, orders, minor }) => ({
      hour,
      orders,
      sales: inCurrency(minor),
    })),
    lowStock: await lowStock(db),
  };
}

const salesByHour = (db: ReadDb, dayStart: string, timeZone: string) =>
  db
    .selectFrom("orders")
    .select([
      sql<number>`extract(hour from placed_at at time zone ${timeZone})::int`.as("hour"),
      sql<number>`count(*)`.as("orders"),
      sql<number>`sum(total_minor)::bigint`.as("minor"),
    ])
    .where("placed_at", ">=", dayStart)
    .where("state", "not in", ["pending_payment", "expired", "cancelled"])
    .groupBy("hour")
    .orderBy("hour")
    .execute();

async function cashDueMinor(db: ReadDb): Promise<number> {
  const { minor } = await db
    .selectFrom("payment")
    .select(sql<number>`coalesce(sum(amount_minor), 0)::bigint`.as("minor"))
    .where("state", "=", "due")
    .executeTakeFirstOrThrow();
  return minor;
}

const lowStock = (db: ReadDb) =>
  db
    .selectFrom("variant")
    .innerJoin("product", "product.id", "variant.product_id")
    .innerJoin("counter", "counter.id", "variant.counter_id")
    .select(["variant.sku", sql<number>`capacity - claimed`.as("available")])
    .select(sql<string>`concat_ws(', ', product.title, nullif(variant.title, ''))`.as("title"))
    .where("product.state", "=", "active")
    .where(sql<boolean>`capacity - claimed <= ${low}`)
    .orderBy("available")
    .orderBy("variant.sku")
    .limit(lowStockMax)
    .execute();
