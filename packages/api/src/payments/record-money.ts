import type { OrderId, RefundId } from "@tuckshop/contracts/ids";
import type { Currency } from "@tuckshop/contracts/money";
import type { DB } from "@tuckshop/db/schema.gen";
import type { Tx } from "@tuckshop/db/schema";
import { sql } from "kysely";

export type MoneyEntry = {
  orderId: OrderId;
  debit: DB["money_entry"]["debit"];
  credit: DB["money_entry"]["credit"];
  amountMinor: number;
  currency: Currency;
  /** Names what moved the money; the same cause enters once. */
  cause: string;
};

/** One double entry. An amount of 0 moves nothing and is not written. */
export async function recordMoney(tx: Tx, entry: MoneyEntry): Promise<void> {
  if (entry.amountMinor === 0) return;
  await tx
    .insertInto("money_entry")
    .values({
      order_id: entry.orderId,
      debit: entry.debit,
      credit: entry.credit,
      amount_minor: entry.amountMinor,
      currency: entry.currency,
      cause: entry.cause,
    })
    .onConflict((oc) => oc.column("cause").doNothing())
    .execute();
}

/**
 * After a refund was paid out: what it gave beyond what the books owed the buyer was given for a sale
 * that stands, and reduces what the sale earned. The order must be locked.
 */
export async function recordAllowance(tx: Tx, orderId: OrderId, refundId: RefundId): Promise<void> {
  await sql`
    insert into money_entry (order_id, debit, credit, amount_minor, currency, cause)
    select id, 'refunds', 'receivable', owed.minor, currency, ${`allowance:${refundId}`}
    from orders, lateral (
      select sum(case when debit = 'receivable' then amount_minor else -amount_minor end) as minor
      from money_entry where order_id = orders.id and 'receivable' in (debit, credit)
    ) as owed
    where id = ${orderId} and owed.minor > 0
  `.execute(tx);
}

/**
 * After a refund came back: as far as it had been given for a sale that stands, the sale has earned it
 * after all. A sale that was cancelled stands no more: its buyer is owed the money. The order must be locked.
 */
export async function takeBackAllowance(
  tx: Tx,
  orderId: OrderId,
  refundId: RefundId,
): Promise<void> {
  await sql`
    insert into money_entry (order_id, debit, credit, amount_minor, currency, cause)
    select id, 'receivable', 'refunds', least(owed.minor, given.minor), currency,
      ${`bounce-allowance:${refundId}`}
    from orders, lateral (
      select sum(case when credit = 'receivable' then amount_minor else -amount_minor end) as minor
      from money_entry where order_id = orders.id and 'receivable' in (debit, credit)
    ) as owed, lateral (
      select sum(case when debit = 'refunds' then amount_minor else -amount_minor end) as minor
      from money_entry where order_id = orders.id and 'refunds' in (debit, credit)
    ) as given
    where id = ${orderId} and state <> 'cancelled' and owed.minor > 0 and given.minor > 0
  `.execute(tx);
}

/** Takes a sale back, as far as refunds have not done so already. The order must be locked. */
export async function reverseSale(tx: Tx, orderId: OrderId): Promise<void> {
  await sql`
    insert into money_entry (order_id, debit, credit, amount_minor, currency, cause)
    select id, 'sales', 'receivable', standing.minor, currency, 'cancel:' || id
    from orders, lateral (
      select total_minor - coalesce(
        sum(case when debit = 'refunds' then amount_minor else -amount_minor end), 0) as minor
      from money_entry where order_id = orders.id and 'refunds' in (debit, credit)
    ) as standing
    where id = ${orderId} and standing.minor > 0
  `.execute(tx);
}
