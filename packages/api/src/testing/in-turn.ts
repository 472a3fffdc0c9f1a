import { waitUntil } from "@tuckshop/testing/wait-until";
import type { OrderReference } from "@tuckshop/contracts/ids";
import type { TestShop } from "./test-shop.ts";

/** How each work ended, in the sequence asked for, and the sequence in which they did. */
export type Played = { ends: PromiseSettledResult<unknown>[]; sequence: number[] };

/**
 * Runs works that all want one order, in this very sequence: the order is held until each of them
 * stands in the queue for it, one after the other, and is then let go. When the first has changed the
 * row, Postgres lets the others meet again at its new version, and now and then a later one is there
 * first: whoever needs the sequence looks at it, and plays again.
 */
export async function inTurn(
  { pool }: TestShop,
  reference: OrderReference,
  works: readonly (() => Promise<unknown>)[],
): Promise<Played> {
  const holder = await pool.connect();
  const running: Promise<unknown>[] = [];
  const sequence: number[] = [];
  try {
    await holder.query("begin");
    await holder.query("select from orders where reference = $1 for update", [reference]);
    for (const [at, work] of works.entries()) {
      const run = work().finally(() => sequence.push(at));
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
  return { ends: await Promise.allSettled(running), sequence };
}
