import type { Check } from "./check.ts";

export const refundChecks: readonly Check[] = [
  {
    name: "refunded-within-paid",
    says: "What is refunded, or on its way, was paid first; and it is what the payment says.",
    settled: false,
    sql: `select p.id as payment_id, p.order_id, p.state, p.captured_minor, p.refunded_minor,
        coalesce(sum(r.amount_minor), 0) as refunds_minor
      from audit.payments p
      left join audit.refunds r on r.payment_id = p.id and r.state <> 'failed'
      group by p.id, p.order_id, p.state, p.amount_minor, p.captured_minor, p.refunded_minor
      having p.refunded_minor <> coalesce(sum(r.amount_minor), 0)
        or p.refunded_minor not between 0
          and case p.state when 'collected' then p.amount_minor else p.captured_minor end`,
  },
  {
    name: "refund-cause-unique",
    says: "One reason to refund refunds once.",
    settled: false,
    sql: `select cause, count(*) as refunds from audit.refunds group by cause having count(*) > 1`,
  },
  {
    name: "refund-booked-as-it-ended",
    says: "A refund that was paid out is booked; one that failed never was, or was booked back.",
    settled: false,
    sql: `select r.id as refund_id, r.order_id, r.state, out.id is not null as booked,
        back.id is not null as booked_back
      from audit.refunds r
      left join audit.money_entries out on out.cause = 'refund:' || r.id
      left join audit.money_entries back on back.cause = 'bounce:' || r.id
      where (r.state = 'succeeded') <> (out.id is not null and back.id is null)
        or (back.id is not null
          and (out.order_id, out.debit, out.credit, out.amount_minor, out.currency)
            is distinct from (back.order_id, back.credit, back.debit, back.amount_minor, back.currency))`,
  },
  {
    name: "refund-lines-within-ordered",
    says: "No more of a line is refunded than was ordered; and it is what the line says.",
    settled: false,
    sql: `select l.order_id, l.sku, l.quantity, l.refunded_quantity,
        coalesce(sum(r.quantity) filter (where f.id is not null), 0) as refunds_quantity
      from audit.order_lines l
      left join audit.refund_lines r on r.order_id = l.order_id and r.variant_id = l.variant_id
      left join audit.refunds f on f.id = r.refund_id and f.state <> 'failed'
      group by l.order_id, l.variant_id, l.sku, l.quantity, l.refunded_quantity
      having l.refunded_quantity not between 0 and l.quantity
        or l.refunded_quantity <> coalesce(sum(r.quantity) filter (where f.id is not null), 0)`,
  },
  {
    name: "refund-lines-add-up",
    says: "A refund for goods is the sum of its lines, and no line gives back more than it cost.",
    settled: false,
    sql: `select r.id as refund_id, r.order_id, r.amount_minor, sum(l.amount_minor) as lines_minor
      from audit.refunds r
      join audit.refund_lines l on l.refund_id = r.id
      join audit.order_lines o on o.order_id = l.order_id and o.variant_id = l.variant_id
      group by r.id, r.order_id, r.amount_minor
      having sum(l.amount_minor) <> r.amount_minor
        or bool_or(l.amount_minor > o.unit_minor * l.quantity)`,
  },
  {
    name: "ended-order-owes-nothing",
    says: "An order that is over is settled to the last coin, but for refunds on their way or failed.",
    settled: false,
    sql: `select o.id as order_id, o.state,
        sum(case when e.debit = 'receivable' then e.amount_minor else -e.amount_minor end) as owed_minor
      from audit.orders o
      join audit.money_entries e on e.order_id = o.id and 'receivable' in (e.debit, e.credit)
      where o.state in ('delivered', 'returned', 'cancelled', 'expired')
        and not exists (select from audit.refunds r
          where r.order_id = o.id and r.state <> 'succeeded')
      group by o.id, o.state
      having sum(case when e.debit = 'receivable' then e.amount_minor else -e.amount_minor end) <> 0`,
  },
  {
    name: "sales-equal-total",
    says: "An order that stands has earned its total; one that ended has earned what it refunded.",
    settled: false,
    sql: `select o.id as order_id, o.state, o.total_minor, coalesce(b.sales_minor, 0) as sales_minor,
        coalesce(b.refunds_minor, 0) as refunds_minor
      from audit.orders o
      left join (
        select order_id,
          sum(case 'sales' when credit then amount_minor when debit then -amount_minor else 0 end)
            as sales_minor,
          sum(case 'refunds' when debit then amount_minor when credit then -amount_minor else 0 end)
            as refunds_minor
        from audit.money_entries group by order_id
      ) b on b.order_id = o.id
      where coalesce(b.sales_minor, 0) <> case
        when o.state in ('pending_payment', 'expired', 'cancelled') then coalesce(b.refunds_minor, 0)
        else o.total_minor end`,
  },
  {
    name: "surplus-is-not-ours",
    says: "Money that came a second time is booked apart until it has gone back.",
    settled: false,
    sql: `with moved as (
        select order_id, currency, 0 as kept_minor,
          case when credit = 'surplus' then amount_minor else -amount_minor end as booked_minor
        from audit.money_entries where 'surplus' in (debit, credit)
        union all
        select p.order_id, p.currency, p.captured_minor - coalesce((select sum(r.amount_minor)
          from audit.refunds r where r.payment_id = p.id and r.state = 'succeeded'), 0), 0
        from audit.payments p where p.state = 'surplus'
      )
      select order_id, currency, sum(booked_minor) as booked_minor, sum(kept_minor) as kept_minor
      from moved group by order_id, currency having sum(booked_minor) <> sum(kept_minor)`,
  },
  {
    name: "return-entry-for-line",
    says: "What came back onto the shelf is in the stock ledger, once; what did not is not.",
    settled: false,
    sql: `select l.order_id, l.sku, l.restocked_quantity, l.wasted_quantity,
        coalesce(sum(e.change), 0) as entered
      from audit.order_lines l
      left join audit.ledger e on e.kind = 'return'
        and e.cause = 'return:' || l.order_id || ':' || l.variant_id
      group by l.order_id, l.variant_id, l.sku, l.quantity, l.restocked_quantity, l.wasted_quantity
      having coalesce(sum(e.change), 0) <> l.restocked_quantity
        or l.restocked_quantity + l.wasted_quantity > l.quantity`,
  },
  {
    name: "refund-request-once",
    says: "An order has one open question for a refund at most, and an approved one its refund.",
    settled: false,
    sql: `select order_id, count(*) filter (where state = 'asked') as asked,
        count(*) filter (where state = 'approved' and refund_id is null) as without_refund
      from audit.refund_requests group by order_id
      having count(*) filter (where state = 'asked') > 1
        or count(*) filter (where (state = 'approved') <> (refund_id is not null)) > 0`,
  },
];
