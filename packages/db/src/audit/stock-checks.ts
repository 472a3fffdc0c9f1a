import type { Check } from "./check.ts";

/** Live orders: those whose goods are promised or handed over. */
const live = `('pending_payment', 'confirmed', 'packed', 'out_for_delivery', 'ready_for_pickup',
  'delivered')`;

export const stockChecks: readonly Check[] = [
  {
    name: "stock-within-bounds",
    says: "0 ≤ reserved ≤ on hand, and every other counter stays within its capacity.",
    settled: false,
    sql: `select id as counter_id, kind, capacity, claimed, consumed from audit.counters
      where not (0 <= consumed and consumed <= claimed and claimed <= capacity)`,
  },
  {
    name: "stock-equals-ledger",
    says: "On hand is the sum of the stock ledger.",
    settled: false,
    sql: `select sku, counter_id, on_hand, ledger_sum from audit.stock where on_hand <> ledger_sum`,
  },
  {
    name: "reserved-equals-claims",
    says: "Reserved is the sum of the claims that are held, consumed of those that are sold.",
    settled: false,
    sql: `select id as counter_id, kind, claimed - consumed as reserved, live_held, consumed,
        live_consumed
      from audit.counters
      where claimed - consumed <> live_held or consumed <> live_consumed`,
  },
  {
    name: "variant-has-stock-counter",
    says: "Every stock counter belongs to exactly one variant.",
    settled: false,
    sql: `select counter_id, count(variant_id) as variants from audit.stock
      group by counter_id having count(variant_id) <> 1`,
  },
  {
    name: "line-backed-once",
    says: "Every line of a live order is backed by exactly one claim: held until paid, then sold.",
    settled: false,
    sql: `select l.order_id, l.sku, o.state, l.quantity, count(c.id) as live_claims,
        coalesce(sum(c.quantity), 0) as backed
      from audit.order_lines l
      join audit.orders o on o.id = l.order_id
      left join audit.claims c on c.checkout_id = o.checkout_id and c.counter_id = l.counter_id
        and c.state in ('held', 'consumed')
      where o.state in ${live}
      group by l.order_id, l.variant_id, l.sku, l.quantity, o.state
      having count(c.id) <> 1 or sum(c.quantity) <> l.quantity
        or min(c.state) <> case o.state when 'pending_payment' then 'held' else 'consumed' end`,
  },
  {
    name: "claim-is-wanted",
    says: "A live claim belongs to an open checkout, to a line of a live order, or to a start under way.",
    settled: false,
    sql: `select c.id as claim_id, c.counter_id, c.quantity, c.state, k.state as checkout_state,
        o.id as order_id, o.state as order_state
      from audit.claims c
      left join audit.checkouts k on k.id = c.checkout_id
      left join audit.orders o on o.checkout_id = c.checkout_id
      where c.state in ('held', 'consumed') and not coalesce(
        case when c.checkout_id is null then c.state = 'held'
        when o.id is null then k.state = 'open' and c.state = 'held'
        else o.state not in ('expired', 'cancelled') and exists (
          select from audit.order_lines l
          where l.order_id = o.id and l.counter_id = c.counter_id)
        end, false)`,
  },
  {
    name: "sale-entry-for-claim",
    says: "A sold claim has one sale in the ledger, of its quantity; any other has none left.",
    settled: false,
    sql: `select c.id as claim_id, c.counter_id, c.quantity, c.state,
        count(e.id) as entries, coalesce(sum(e.change), 0) as change
      from audit.claims c
      left join audit.ledger e on e.claim_id = c.id
      group by c.id, c.counter_id, c.quantity, c.state
      having coalesce(sum(e.change), 0) <> case c.state when 'consumed' then -c.quantity else 0 end`,
  },
  {
    name: "sale-entry-names-claim",
    says: "Every sale in the ledger names a claim on its own counter.",
    settled: false,
    sql: `select e.id as entry_id, e.counter_id, e.change, e.cause
      from audit.ledger e
      left join audit.claims c on c.id = e.claim_id and c.counter_id = e.counter_id
      where e.kind = 'sale' and c.id is null`,
  },
  {
    name: "sale-entry-unique",
    says: "An order sells a variant once.",
    settled: false,
    sql: `select c.checkout_id, c.counter_id, count(*) as sales
      from audit.ledger e
      join audit.claims c on c.id = e.claim_id
      where e.kind = 'sale'
      group by c.checkout_id, c.counter_id having count(*) > 1`,
  },
  {
    name: "ledger-cause-unique",
    says: "What makes a stock entry makes it once.",
    settled: false,
    sql: `select cause, count(*) as entries from audit.ledger group by cause having count(*) > 1`,
  },
  {
    name: "no-oversell",
    says: "What live orders add up to was received: recomputed from order lines, without claims.",
    settled: false,
    sql: `select s.sku, s.counter_id, ordered.quantity as ordered, coalesce(supply.pieces, 0) as supply
      from (
        select l.counter_id, sum(l.quantity) as quantity
        from audit.order_lines l join audit.orders o on o.id = l.order_id
        where o.state in ${live} group by l.counter_id
      ) ordered
      left join audit.stock s on s.counter_id = ordered.counter_id
      left join (
        select counter_id, sum(change) as pieces from audit.ledger
        where kind in ('receive', 'adjust') group by counter_id
      ) supply on supply.counter_id = ordered.counter_id
      where ordered.quantity > coalesce(supply.pieces, 0)`,
  },
];
