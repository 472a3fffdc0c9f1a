import { waitUntil } from "@tuckshop/testing/wait-until";
import type { OrderReference } from "@tuckshop/contracts/ids";
import type { TestShop } from "./test-shop.ts";

/**
 * Runs works that all want one order, in this very sequence: the order is held until each of them
 * stands in the queue for it, one after the other, and is then let go. Tells how each ended.
 */
export async function inTurn(
  { pool }: TestShop,
  reference: OrderReference,
  works: readonly (() => Promise<unknown>)[],
): Promise<PromiseSettledResult<unknown>[]> {
  const holder = await pool.connect();
  const running: Promise<unknown>[] = [];
  try {
    await holder.query("begin");
    await holder.query("select from orders where reference = $1 for update", [reference]);
    for (const work of works) {
      const run = work();
      run.catch(() => {}); // told below
      running.push(run);
      await waitUntil(
        async () => {
          const { rows } = await pool.query<{ waiting: number }>(
            "select count(*)::int as waiting from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
          );
          return (rows[0]?.waiting ?? 0) >= running.length;
        },
        { what: `${running.length} to wait for the order` },
      );
    }
  } finally {
    await holder.query("commit");
    holder.release();
  }
  return Promise.allSettled(running);
}
