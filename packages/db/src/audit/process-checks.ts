import type { Check } from "./check.ts";

/** Sweeps and retries get this long after a deadline before a row counts as stuck. */
const longAgo = `now() - interval '60 seconds'`;

export const processChecks: readonly Check[] = [
  {
    name: "idempotency-key-unique",
    says: "A principal uses a key once.",
    settled: false,
    sql: `select principal_id, key, count(*) as rows from audit.idempotency
      group by principal_id, key having count(*) > 1`,
  },
  {
    name: "idempotency-key-has-reply",
    says: "A key that was used has its reply: they are one commit.",
    settled: false,
    sql: `select principal_id, key, op, created_at from audit.idempotency where not replied`,
  },
  {
    name: "effect-once",
    says: "What is done outside is done once.",
    settled: false,
    sql: `select key, count(*) as rows from audit.effects group by key having count(*) > 1`,
  },
  {
    name: "webhook-once",
    says: "An event of the provider is kept once.",
    settled: false,
    sql: `select id as event_id, count(*) as rows from audit.webhooks
      group by id having count(*) > 1`,
  },
  {
    name: "attempt-once",
    says: "The attempts at a payment are counted without doubles.",
    settled: false,
    sql: `select payment_id, attempt_no, count(*) as rows from audit.attempts
      group by payment_id, attempt_no having count(*) > 1`,
  },
  {
    name: "checkout-not-stuck",
    says: "An open checkout ends at its deadline.",
    settled: true,
    sql: `select id as checkout_id, expires_at from audit.checkouts
      where state = 'open' and expires_at < ${longAgo}`,
  },
  {
    name: "order-not-stuck",
    says: "An unpaid order ends at its deadline.",
    settled: true,
    sql: `select id as order_id, reference, expires_at from audit.orders
      where state = 'pending_payment' and expires_at < ${longAgo}`,
  },
  {
    name: "claim-not-stuck",
    says: "A held claim ends with the deadline of its checkout or order, or with its own until it has one.",
    settled: true,
    sql: `select c.id as claim_id, c.counter_id, c.quantity, o.id as order_id,
        coalesce(o.expires_at, k.expires_at, c.expires_at) as expires_at
      from audit.claims c
      left join audit.checkouts k on k.id = c.checkout_id
      left join audit.orders o on o.checkout_id = c.checkout_id
      where c.state = 'held'
        and coalesce(o.expires_at, k.expires_at, c.expires_at) < ${longAgo}`,
  },
  {
    name: "payment-not-stuck",
    says: "The open payment of an order that does not wait for it is closed at its deadline.",
    settled: true,
    sql: `select p.id as payment_id, p.order_id, p.state, o.state as order_state, o.moved_at
      from audit.payments p left join audit.orders o on o.id = p.order_id
      where p.state in ('created', 'open') and coalesce(o.state <> 'pending_payment', true)
        and not p.parked
        and coalesce(greatest(o.moved_at, p.pay_by), '-infinity') < ${longAgo}`,
  },
  {
    name: "refund-not-stuck",
    says: "A refund that is owed is sent, and its end is known.",
    settled: true,
    sql: `select id as refund_id, order_id, state, amount_minor, moved_at from audit.refunds
      where state in ('requested', 'sent') and coalesce(moved_at, '-infinity') < ${longAgo}`,
  },
  {
    name: "refund-request-not-stuck",
    says: "The staff are reminded of a refund that was asked for, and answer within a week.",
    settled: true,
    sql: `select id as request_id, order_id, asked_at, remind_at, reminder_count
      from audit.refund_requests
      where state = 'asked' and (remind_at < ${longAgo} or asked_at < now() - interval '7 days')`,
  },
  {
    name: "webhook-not-stuck",
    says: "An event of the provider is tried when it is due, and none is given up.",
    settled: true,
    sql: `select id as event_id, type, state, attempt_count, delivery_count, due_at
      from audit.webhooks
      where state = 'dead' or (state in ('received', 'retry') and due_at < ${longAgo})`,
  },
  {
    name: "job-not-exhausted",
    says: "No job about a row has used up its attempts.",
    settled: true,
    // A sweep is about none, and comes again: the queue ends the running one when the next is due.
    // A job without a key was replaced while it ran.
    sql: `select id as job_id, topic, subject_id, attempts, max_attempts, created_at from audit.jobs
      where attempts >= max_attempts and locked_at is null and subject_id is not null
        and key is not null`,
  },
  {
    name: "job-worker-alive",
    says: "Whoever holds a job still lives.",
    settled: true,
    sql: `select j.id as job_id, j.topic, j.subject_id, j.locked_by, j.locked_at, h.beat_at
      from audit.jobs j left join audit.heartbeats h on h.worker_id = j.locked_by
      where j.locked_at < ${longAgo} and coalesce(h.beat_at, '-infinity') < ${longAgo}`,
  },
  {
    name: "job-taken",
    says: "A job that is due is taken by a worker.",
    settled: true,
    sql: `select id as job_id, topic, subject_id, attempts, run_at from audit.jobs
      where locked_at is null and attempts < max_attempts and run_at < ${longAgo}`,
  },
  {
    name: "confirmation-sent",
    says: "Who wants a mail about a confirmed order got it.",
    settled: true,
    sql: `select o.id as order_id, o.reference, t.at as confirmed_at
      from audit.orders o
      join audit.transitions t on t.entity = 'orders' and t.entity_id = o.id
        and t.event in ('pay', 'pay_late')
      where o.wants_mail and t.at < ${longAgo}
        and not exists (select from audit.effects e where e.key = 'confirmation-' || o.id)`,
  },
];
