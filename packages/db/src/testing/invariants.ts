import { sql } from "kysely";
import { expect } from "vitest";
import type { Db } from "../schema.ts";

/** Each query finds rows that must not exist; its name says what holds. */
const broken: Record<string, string> = {
  "on hand is the sum of the stock ledger": `
    select counter.id from counter left join counter_entry on counter_id = counter.id
    group by counter.id having capacity - consumed <> coalesce(sum(change), 0)`,
  "claimed is the sum of live claims": `
    select counter.id from counter
    left join claim on counter_id = counter.id and claim.state in ('held', 'consumed')
    group by counter.id
    having claimed <> coalesce(sum(quantity), 0)
      or consumed <> coalesce(sum(quantity) filter (where claim.state = 'consumed'), 0)`,
  "every line of a live order is backed by a claim": `
    select l.order_id, l.sku from order_line l join orders o on o.id = l.order_id
    join variant v on v.id = l.variant_id
    where o.state not in ('expired', 'cancelled', 'returned') and not exists (
      select from claim c where c.checkout_id = o.checkout_id and c.counter_id = v.counter_id
        and c.quantity = l.quantity
        and c.state = case when o.state = 'pending_payment' then 'held' else 'consumed' end)`,
  "an ended order or checkout holds nothing": `
    select claim.id from claim join checkout on checkout.id = checkout_id
    left join orders on orders.checkout_id = checkout.id
    where claim.state in ('held', 'consumed')
      and (checkout.state in ('expired', 'cancelled') or orders.state in ('expired', 'cancelled'))`,
  "the lines of an order add up": `
    select o.id from orders o join order_line l on l.order_id = o.id
    group by o.id having sum(l.total_minor) <> o.subtotal_minor`,
  "captured equals the total of a confirmed prepaid order": `
    select o.id from orders o join payment p on p.order_id = o.id
    where p.method = 'card' and p.state = 'captured' and p.captured_minor <> o.total_minor`,
  "a confirmed order has a payment that holds": `
    select o.id from orders o
    where o.state in ('confirmed', 'packed', 'out_for_delivery', 'ready_for_pickup', 'delivered')
      and not exists (select from payment p where p.order_id = o.id
        and p.state in ('captured', 'due', 'collected'))`,
  "refunded is at most captured": `
    select p.id from payment p join refund r on r.payment_id = p.id and r.state <> 'failed'
    group by p.id having sum(r.amount_minor) > p.captured_minor`,
  "every history is gapless and ends in the row's state": `
    select s.entity, s.id from (
      select 'checkout' as entity, id, state, version from checkout
      union all select 'orders', id, state, version from orders
      union all select 'payment', id, state, version from payment
      union all select 'refund', id, state, version from refund
      union all select 'claim', id, state, version from claim
      union all select 'product', id, state, version from product
      union all select 'webhook_event', id, state, version from webhook_event
    ) s
    left join lateral (
      select count(*) as moves, max(seq) as last from transition
      where entity = s.entity and entity_id = s.id
    ) t on true
    left join transition last on last.entity = s.entity and last.entity_id = s.id and last.seq = t.last
    where t.moves <> s.version or t.last <> s.version or last.to_state <> s.state`,
  "each move starts where the one before ended": `
    select entity, entity_id, seq from (
      select *, lag(to_state) over (partition by entity, entity_id order by seq) as before
      from transition) moves
    where seq > 1 and from_state is distinct from before`,
};

/** Fails with the offending rows when anything that must always hold does not. */
export async function expectInvariants(db: Db): Promise<void> {
  for (const [name, query] of Object.entries(broken)) {
    const { rows } = await sql.raw(query).execute(db);
    expect(rows, name).toEqual([]);
  }
}

/** When nothing is on its way any more: no stock is held, and nobody owes or is owed but cash that is due. */
export async function expectSettled(db: Db): Promise<void> {
  const held = await db.selectFrom("claim").select("id").where("state", "=", "held").execute();
  expect(held).toEqual([]);
  const { rows: outstanding } = await sql`
    select order_id, sum(case 'receivable' when debit then amount_minor when credit then -amount_minor
      else 0 end) as owed
    from money_entry
    where not exists (select from payment where payment.order_id = money_entry.order_id and state = 'due')
    group by order_id
    having sum(case 'receivable' when debit then amount_minor when credit then -amount_minor else 0 end) <> 0
  `.execute(db);
  expect(outstanding).toEqual([]);
}
