import type { Check } from "./check.ts";

export const orderChecks: readonly Check[] = [
  {
    name: "one-order-per-checkout",
    says: "A checkout becomes one order.",
    settled: false,
    sql: `select checkout_id, count(*) as orders, min(id) as first_order, max(id) as last_order
      from audit.orders group by checkout_id having count(*) > 1`,
  },
  {
    name: "placed-checkout-has-order",
    says: "A checkout is placed when, and only when, it has its order.",
    settled: false,
    sql: `select k.id as checkout_id, k.state, o.id as order_id
      from audit.checkouts k full join audit.orders o on o.checkout_id = k.id
      where coalesce(k.state = 'placed', false) <> (o.id is not null)`,
  },
  {
    name: "one-open-checkout",
    says: "A shopper has one open checkout at most.",
    settled: false,
    sql: `select principal_id, count(*) as open, min(id) as first_checkout, max(id) as last_checkout
      from audit.checkouts where state = 'open' group by principal_id having count(*) > 1`,
  },
  {
    name: "order-of-its-shopper",
    says: "An order belongs to the shopper of its checkout.",
    settled: false,
    sql: `select o.id as order_id, o.principal_id, k.principal_id as checkout_principal_id
      from audit.orders o join audit.checkouts k on k.id = o.checkout_id
      where o.principal_id <> k.principal_id`,
  },
  {
    name: "order-total-reconciles",
    says: "Subtotal − discount + delivery + fee is the total, and no amount is below zero.",
    settled: false,
    sql: `select id as order_id, subtotal_minor, discount_minor, delivery_minor, fee_minor, total_minor
      from audit.orders
      where total_minor <> subtotal_minor - discount_minor + delivery_minor + fee_minor
        or least(subtotal_minor, discount_minor, delivery_minor, fee_minor, tax_included_minor,
          total_minor) < 0`,
  },
  {
    name: "order-lines-reconcile",
    says: "The lines of an order add up to its subtotal and its tax.",
    settled: false,
    sql: `select o.id as order_id, o.subtotal_minor, sum(l.total_minor) as lines_minor,
        o.tax_included_minor, sum(l.tax_included_minor) as lines_tax_minor
      from audit.orders o left join audit.order_lines l on l.order_id = o.id
      group by o.id, o.subtotal_minor, o.tax_included_minor
      having count(l.order_id) = 0 or sum(l.total_minor) <> o.subtotal_minor
        or sum(l.tax_included_minor) <> o.tax_included_minor`,
  },
  {
    name: "order-line-reconciles",
    says: "Quantity × unit price is the line's total, of a variant that the order has once.",
    settled: false,
    sql: `select order_id, sku, min(quantity) as quantity, min(unit_minor) as unit_minor,
        min(total_minor) as total_minor, count(*) as lines
      from audit.order_lines group by order_id, variant_id, sku
      having count(*) > 1 or min(total_minor) <> min(quantity * unit_minor) or min(quantity) < 1`,
  },
  {
    name: "order-equals-quote",
    says: "What is charged is what was shown: the order's amounts are those of its quote.",
    settled: false,
    sql: `select o.id as order_id, o.checkout_id, o.subtotal_minor, q.subtotal_minor as quoted_minor
      from audit.orders o left join audit.quotes q on q.checkout_id = o.checkout_id
      where (o.currency, o.subtotal_minor, o.discount_minor, o.delivery_minor, o.tax_included_minor)
        is distinct from
        (q.currency, q.subtotal_minor, q.discount_minor, q.delivery_minor, q.tax_included_minor)`,
  },
  {
    name: "one-currency",
    says: "An order, its payments and its money entries have one currency, but for money that was never its.",
    settled: false,
    sql: `select o.id as order_id, o.currency, other.id, other.currency as other_currency
      from audit.orders o
      join (
        select order_id, id, currency from audit.payments where state <> 'surplus'
        union all select order_id, id::text, currency from audit.money_entries
          where 'surplus' not in (debit, credit)
      ) other on other.order_id = o.id
      where other.currency <> o.currency`,
  },
  {
    name: "transition-legal",
    says: "Every recorded move is one that the law has.",
    settled: false,
    sql: `select entity, entity_id, seq, event, from_state, to_state from audit.transitions
      where not legal`,
  },
  {
    name: "transition-gapless",
    says: "A history counts from 1, and each move starts where the one before ended.",
    settled: false,
    sql: `select entity, entity_id, seq, row, from_state, before from (
        select entity, entity_id, seq, from_state, row_number() over history as row,
          lag(to_state) over history as before
        from audit.transitions
        window history as (partition by entity, entity_id order by seq)
      ) moves
      where seq <> row or from_state is distinct from before`,
  },
  {
    name: "state-equals-history",
    says: "A row's state and version are those that its history ends with.",
    settled: false,
    sql: `select s.entity, s.id, s.state, s.version, last.to_state, last.seq
      from audit.states s
      left join (
        select distinct on (entity, entity_id) entity, entity_id, seq, to_state
        from audit.transitions order by entity, entity_id, seq desc
      ) last on last.entity = s.entity and last.entity_id = s.id
      where (s.state, s.version) is distinct from (last.to_state, last.seq)`,
  },
  {
    name: "history-has-row",
    says: "What has a history exists.",
    settled: false,
    sql: `select distinct t.entity, t.entity_id from audit.transitions t
      left join audit.states s on s.entity = t.entity and s.id = t.entity_id
      where s.id is null`,
  },
];
