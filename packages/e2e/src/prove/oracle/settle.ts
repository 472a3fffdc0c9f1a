import { setTimeout as sleep } from "node:timers/promises";
import type { World } from "../world.ts";
import { findingOf, type Finding } from "./finding.ts";
import { look } from "./look.ts";

// A sweep comes every 20 s: until then what has just reached its deadline may wait for it.
const swept = "now() - interval '25 seconds'";

/** What has reached its deadline and was not swept, or has none, and is not done. */
const overdue = `
  select 'checkout' as what, id::text from audit.checkouts where state = 'open' and expires_at < ${swept}
  union all select 'order', id from audit.orders where state = 'pending_payment' and expires_at < ${swept}
  union all select 'claim', c.id from audit.claims c where c.state = 'held' and c.expires_at < ${swept}
    and not exists (select from audit.orders o where o.checkout_id = c.checkout_id
      and o.state = 'pending_payment' and o.expires_at >= ${swept})
  union all select 'payment', p.id from audit.payments p join audit.orders o on o.id = p.order_id
    where p.state in ('created', 'open') and o.state <> 'pending_payment'
  union all select 'refund', id from audit.refunds where state in ('requested', 'sent')
  union all select 'webhook', id from audit.webhooks where state in ('received', 'retry')
  union all select 'job ' || topic, subject_id from audit.jobs where subject_id is not null`;

/** The same, and what still has time. */
const unfinished = `${overdue}
  union all select 'open checkout', id from audit.checkouts where state = 'open'
  union all select 'unpaid order', id from audit.orders where state = 'pending_payment'
  union all select 'held claim', id from audit.claims where state = 'held'`;

const convergedWithinSeconds = 60;
const restWithinSeconds = 150; // a hold of a minute, its sweep, and what follows from it

export type Settled = { convergedSeconds: number; restSeconds: number; findings: Finding[] };

/** Waits, after the last fault, until nothing is overdue, and then until nothing is under way. */
export async function settle(world: World, faultsEndedAt: number): Promise<Settled> {
  const seconds = () => (performance.now() - faultsEndedAt) / 1_000;
  const late = await until(world, overdue, () => seconds() > convergedWithinSeconds);
  const convergedSeconds = seconds();
  const left = await until(world, unfinished, () => seconds() > restWithinSeconds);
  return {
    convergedSeconds,
    restSeconds: seconds(),
    findings: [
      ...findingOf(
        "process",
        "converged",
        `${convergedWithinSeconds} s after the last fault nothing is overdue.`,
        late,
      ),
      ...findingOf("process", "at-rest", "Everything ends.", left),
    ],
  };
}

async function until(world: World, query: string, isOver: () => boolean): Promise<unknown[]> {
  for (;;) {
    const { rows } = await look(() => world.shop.client.pool.query(query));
    if (rows.length === 0 || isOver() || world.interrupted.aborted) return rows;
    await sleep(250);
  }
}
