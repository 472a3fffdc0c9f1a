import type { OrderId } from "@tuckshop/contracts/ids";
import type { Currency } from "@tuckshop/contracts/money";
import type { DB } from "@tuckshop/db/schema.gen";
import type { Tx } from "@tuckshop/db/schema";

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
