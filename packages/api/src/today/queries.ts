import { money } from "@tuckshop/contracts/money";
import type { Today } from "@tuckshop/contracts/orders";
import type { ReadDb } from "@tuckshop/db/schema";
import { sql } from "kysely";
import { needsDecision } from "../payments/needs-decision.ts";

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
      sql<number>`(select count(*) from orders where ${needsDecision})`.as("toSettle"),
    ])
    .where("state", "in", [
      "confirmed",
      "packed",
      "out_for_delivery",
      "ready_for_pickup",
      "pending_payment",
    ])
    .executeTakeFirstOrThrow();
  const day = await salesOf(db, shop.dayStart, shop.time_zone);
  const { hours, orderCount, salesMinor, netMinor } = day;
  const inCurrency = (minor: number) => money(minor, shop.currency);
  return {
    date: shop.date,
    ...work,
    sales: inCurrency(salesMinor),
    refunds: inCurrency(salesMinor - netMinor),
    netSales: inCurrency(netMinor),
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

type Hour = { hour: number; orders: number; minor: number };

/**
 * What the books of the shop's day say. Sales by the hour in which they were made; and net, which is less
 * by what was cancelled or refunded in the day, whenever it had been sold. Ids follow time, so only the
 * entries of the day are read.
 */
async function salesOf(db: ReadDb, dayStart: string, timeZone: string) {
  type Row = Omit<Hour, "hour"> & { hour: number | null; netMinor: number };
  const books = sql<Row>`(
    with day as (
      select *,
        case 'sales' when credit then amount_minor when debit then -amount_minor else 0 end as sales,
        case 'refunds' when debit then amount_minor when credit then -amount_minor else 0 end as refunds
      from money_entry
      where id > coalesce(
        (select id from money_entry where at < ${dayStart} order by id desc limit 1), 0)
    ), sale as (select order_id, at from day where cause = 'sale:' || order_id)
    select extract(hour from sale.at at time zone ${timeZone})::int as hour,
      count(distinct sale.order_id) as orders,
      coalesce(sum(sales) filter (where cause <> 'cancel:' || order_id), 0)::bigint as minor,
      sum(sales - refunds)::bigint as "netMinor"
    from day left join sale using (order_id) group by hour
  )`.as<"books">("books");
  const rows = await db.selectFrom(books).selectAll().orderBy("hour").execute();
  const hours = rows.flatMap(({ hour, orders, minor }) =>
    hour === null ? [] : [{ hour, orders, minor }],
  );
  const sum = (of: (hour: Hour) => number) => hours.reduce((total, hour) => total + of(hour), 0);
  return {
    hours,
    salesMinor: sum((hour) => hour.minor),
    orderCount: sum((hour) => hour.orders),
    netMinor: rows.reduce((total, row) => total + row.netMinor, 0),
  };
}

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
