import type { Check } from "./check.ts";

export const moneyChecks: readonly Check[] = [
  {
    name: "one-live-payment",
    says: "An order has one live payment at most.",
    settled: false,
    sql: `select order_id, count(*) as live, min(id) as first_payment, max(id) as last_payment
      from audit.payments where state in ('created', 'open', 'captured', 'due', 'collected')
      group by order_id having count(*) > 1`,
  },
  {
    name: "confirmed-order-has-payment",
    says: "A confirmed order has a payment that holds: captured, due, collected, or a card page in the place of cash.",
    settled: false,
    sql: `select o.id as order_id, o.state from audit.orders o
      where o.state in ('confirmed', 'packed', 'out_for_delivery', 'ready_for_pickup', 'delivered')
        and not exists (select from audit.payments p
          where p.order_id = o.id and (p.state in ('captured', 'due', 'collected')
            or (p.state in ('created', 'open') and p.pay_by is not null)))`,
  },
  {
    name: "delivered-order-is-paid",
    says: "An order that was handed over owes nothing.",
    settled: false,
    sql: `select o.id as order_id, p.id as payment_id, p.state from audit.orders o
      join audit.payments p on p.order_id = o.id
      where o.state = 'delivered' and p.state in ('created', 'open', 'due')`,
  },
  {
    name: "captured-equals-total",
    says: "Captured is the total of the order, or what the staff accepted for it; so is cash.",
    settled: false,
    sql: `select o.id as order_id, p.id as payment_id, p.state, o.total_minor, p.amount_minor,
        p.captured_minor
      from audit.orders o join audit.payments p on p.order_id = o.id
      where (p.state = 'captured'
          and p.captured_minor <> o.total_minor + p.captured_difference_minor)
        or (p.state in ('due', 'collected') and p.amount_minor <> o.total_minor)`,
  },
  {
    name: "captured-within-amount",
    says: "0 ≤ captured ≤ amount, but for what was accepted, and only what was captured has captured anything.",
    settled: false,
    sql: `select id as payment_id, order_id, state, amount_minor, captured_minor from audit.payments
      where captured_minor < 0
        or captured_minor > amount_minor + greatest(captured_difference_minor, 0)
        or (captured_minor > 0 and state not in ('captured', 'surplus'))`,
  },
  {
    name: "provider-ids-unique",
    says: "No two rows of ours share an object or a key at the payment provider.",
    settled: false,
    sql: `select id as provider_id, count(*) as rows from (
        select provider_session_id from audit.payments
        union all select provider_intent_id from audit.payments
        union all select provider_refund_id from audit.refunds
        union all select idempotency_key from audit.refunds
        union all select idempotency_key from audit.attempts
      ) ids (id)
      where id is not null group by id having count(*) > 1`,
  },
  {
    name: "money-entry-balances",
    says: "Each entry moves an amount above zero from one account to another.",
    settled: false,
    sql: `select id as entry_id, order_id, debit, credit, amount_minor from audit.money_entries
      where debit = credit or amount_minor <= 0`,
  },
  {
    name: "money-entry-cause-unique",
    says: "What moves money is booked once.",
    settled: false,
    sql: `select cause, count(*) as entries from audit.money_entries
      group by cause having count(*) > 1`,
  },
  {
    name: "provider-account-equals-payments",
    says: "What the books have at the provider is what was captured and not refunded.",
    settled: false,
    sql: `with moved as (
        select order_id, currency, 0 as paid_minor,
          case when debit = 'provider' then amount_minor else -amount_minor end as booked_minor
        from audit.money_entries where 'provider' in (debit, credit)
        union all select order_id, currency, captured_minor, 0 from audit.payments
        union all select p.order_id, p.currency, -r.amount_minor, 0
        from audit.refunds r join audit.payments p on p.id = r.payment_id
        where r.state = 'succeeded' and p.method = 'card'
      )
      select order_id, currency, sum(booked_minor) as booked_minor, sum(paid_minor) as paid_minor
      from moved group by order_id, currency having sum(booked_minor) <> sum(paid_minor)`,
  },
  {
    name: "cash-drawer-equals-collected",
    says: "What the books have in the drawer is what was collected and not refunded.",
    settled: false,
    sql: `select o.id as order_id, coalesce(booked.minor, 0) as booked_minor,
        coalesce(collected.minor, 0) as collected_minor
      from audit.orders o
      left join (
        select order_id,
          sum(case when debit = 'cash_drawer' then amount_minor else -amount_minor end) as minor
        from audit.money_entries where 'cash_drawer' in (debit, credit) group by order_id
      ) booked on booked.order_id = o.id
      left join (
        select order_id, sum(amount_minor - refunded_minor) as minor from audit.payments
        where state = 'collected' group by order_id
      ) collected on collected.order_id = o.id
      where coalesce(booked.minor, 0) <> coalesce(collected.minor, 0)`,
  },
  {
    name: "receivable-settled",
    says: "Nobody owes or is owed, but for cash that is due and refunds on their way.",
    settled: true,
    sql: `select order_id,
        sum(case when debit = 'receivable' then amount_minor else -amount_minor end) as owed_minor
      from audit.money_entries e
      where 'receivable' in (debit, credit)
        and not exists (select from audit.payments p where p.order_id = e.order_id and (p.state = 'due' or (p.state in ('created', 'open') and p.pay_by is not null)))
        and not exists (select from audit.refunds r
          where r.order_id = e.order_id and r.state in ('requested', 'sent'))
      group by order_id
      having sum(case when debit = 'receivable' then amount_minor else -amount_minor end) <> 0`,
  },
  {
    // To wait for a person is no fault; to wait for a day is.
    name: "payment-parked",
    says: "No payment waits longer than a day for the staff to decide about it.",
    settled: true,
    sql: `select id as payment_id, order_id, state, amount_minor, currency, parked_at
      from audit.payments where parked and parked_at < now() - interval '24 hours'`,
  },
  {
    name: "parked-payment-is-live",
    says: "Only a payment that has not ended is parked.",
    settled: false,
    sql: `select id as payment_id, order_id, state from audit.payments
      where parked and state not in ('created', 'open')`,
  },
  {
    name: "paid-with-nothing-bought",
    says: "Money that was captured bought something, or is on its way back.",
    settled: true,
    sql: `select o.id as order_id, o.state, p.id as payment_id, p.captured_minor,
        coalesce(sum(r.amount_minor), 0) as refunded_minor
      from audit.payments p
      join audit.orders o on o.id = p.order_id
      left join audit.refunds r on r.payment_id = p.id and r.state <> 'failed'
      where (p.state = 'surplus'
          or (p.state = 'captured' and o.state in ('pending_payment', 'expired', 'cancelled')))
        and coalesce(greatest(o.moved_at, p.moved_at), '-infinity') < now() - interval '60 seconds'
      group by o.id, o.state, p.id, p.captured_minor
      having coalesce(sum(r.amount_minor), 0) < p.captured_minor`,
  },
];
