import type { OrderId } from "@tuckshop/contracts/ids";
import type { ReadDb } from "@tuckshop/db/schema";
import { sql } from "kysely";

/**
 * In which order an order’s payments count: the live one, else the newest that ended. Money that came
 * a second time is no payment of the order.
 */
export const byStanding = sql`
  case when payment.state in ('created', 'open', 'captured', 'due', 'collected') then 0
    when payment.state <> 'surplus' then 1 else 2 end, payment.id desc`;

/** The payment that an order stands on. */
export const currentPayment = (db: ReadDb, orderId: OrderId) =>
  db
    .selectFrom("payment")
    .selectAll()
    .where("order_id", "=", orderId)
    .orderBy(byStanding)
    .limit(1)
    .executeTakeFirst();
