-- The facts that invariants are about, under names that stay, for people and tools: `tuckshop doctor`
-- reads nothing else. A role that may only look gets `grant usage on schema audit` and
-- `grant select on all tables in schema audit`; it needs no right to the tables beneath.
create schema audit;
comment on schema audit is
  'Read-only facts about stock, orders, money and jobs. No names, phones, addresses, hashes or replies.';

create view audit.transitions as
  select t.entity, t.entity_id, t.seq, t.event, t.from_state, t.to_state, t.actor, t.at,
    case when t.event is null then t.from_state is null else m.entity is not null end as legal
  from transition t
  left join legal_move m on m.entity = t.entity and m.event = t.event
    and m.from_state = t.from_state and m.to_state = t.to_state;
comment on view audit.transitions is
  'Every recorded move, and whether the law (legal_move) has it. seq 1 is a birth, without event.';

create view audit.states as
  select 'checkout' as entity, id, state, version from checkout
  union all select 'orders', id, state, version from orders
  union all select 'payment', id, state, version from payment
  union all select 'refund', id, state, version from refund
  union all select 'claim', id, state, version from claim
  union all select 'product', id, state, version from product
  union all select 'webhook_event', id, state, version from webhook_event;
comment on view audit.states is 'Every row that has a machine, with its present state and version.';

create view audit.counters as
  select c.id, c.kind, c.capacity, c.claimed, c.consumed,
    coalesce(l.sum, 0)::bigint as ledger_sum,
    coalesce(k.held, 0)::bigint as live_held,
    coalesce(k.consumed, 0)::bigint as live_consumed
  from counter c
  left join (select counter_id, sum(change) from counter_entry group by counter_id) l
    on l.counter_id = c.id
  left join (
    select counter_id, sum(quantity) filter (where state = 'held') as held,
      sum(quantity) filter (where state = 'consumed') as consumed
    from claim where state in ('held', 'consumed') group by counter_id
  ) k on k.counter_id = c.id;
comment on view audit.counters is
  'Every scarce thing: what its row says beside the sums of its ledger and of its live claims.';

create view audit.stock as
  select v.id as variant_id, v.sku, c.id as counter_id, c.capacity - c.consumed as on_hand,
    c.claimed - c.consumed as reserved, c.capacity - c.claimed as available,
    c.ledger_sum, c.live_held, c.live_consumed
  from audit.counters c
  left join variant v on v.counter_id = c.id
  where c.kind = 'stock';
comment on view audit.stock is
  'Per variant: on hand, reserved and available, beside the ledger and the live claims they must equal.';

create view audit.ledger as
  select id, counter_id, kind, change, cause, at,
    case when cause like kind || ':clm\_%' then split_part(cause, ':', 2) end as claim_id
  from counter_entry;
comment on view audit.ledger is 'Every change of what is on hand; a sale or its return names its claim.';

create view audit.claims as
  select c.id, c.counter_id, c.checkout_id, c.quantity, c.state, c.version, c.expires_at,
    t.at as moved_at
  from claim c
  left join transition t on t.entity = 'claim' and t.entity_id = c.id and t.seq = c.version;
comment on view audit.claims is 'What is held or sold, for which checkout. moved_at: since when in this state.';

create view audit.checkouts as
  select c.id, c.principal_id, c.cart_version, c.method, c.state, c.version, c.expires_at,
    c.extensions, t.at as moved_at
  from checkout c
  left join transition t on t.entity = 'checkout' and t.entity_id = c.id and t.seq = c.version;
comment on view audit.checkouts is 'Checkouts with their deadline. moved_at: since when in this state.';

create view audit.quotes as
  select checkout_id, body -> 'subtotal' ->> 'currency' as currency,
    (body -> 'subtotal' ->> 'minor')::bigint as subtotal_minor,
    (body -> 'discount' ->> 'minor')::bigint as discount_minor,
    (body -> 'delivery' ->> 'minor')::bigint as delivery_minor,
    (body -> 'taxIncluded' ->> 'minor')::bigint as tax_included_minor
  from quote;
comment on view audit.quotes is 'The amounts that a shopper was shown and agreed to, per checkout.';

create view audit.orders as
  select o.id, o.reference, o.checkout_id, o.principal_id, o.state, o.version, o.method, o.currency,
    o.subtotal_minor, o.discount_minor, o.delivery_minor, o.fee_minor, o.tax_included_minor,
    o.total_minor, o.customer_email is not null as wants_mail, o.placed_at, o.expires_at,
    t.at as moved_at
  from orders o
  left join transition t on t.entity = 'orders' and t.entity_id = o.id and t.seq = o.version;
comment on view audit.orders is
  'Orders with their amounts and deadline, nobody''s name. moved_at: since when in this state.';

create view audit.order_lines as
  select l.order_id, l.variant_id, v.counter_id, l.sku, l.quantity, l.unit_minor, l.total_minor,
    l.tax_included_minor
  from order_line l
  left join variant v on v.id = l.variant_id;
comment on view audit.order_lines is 'What was ordered, with the counter that backs it.';

create view audit.payments as
  select p.id, p.order_id, p.method, p.state, p.version, p.amount_minor, p.captured_minor, p.currency,
    p.provider_session_id, p.provider_intent_id, p.parked_reason is not null as parked,
    t.at as moved_at
  from payment p
  left join transition t on t.entity = 'payment' and t.entity_id = p.id and t.seq = p.version;
comment on view audit.payments is
  'Payments with the provider''s ids. parked: the provider reported another amount than ours.';

create view audit.attempts as
  select id, payment_id, attempt_no, idempotency_key, created_at, done_at from payment_attempt;
comment on view audit.attempts is 'Every request to open a payment page, without its parameters.';

create view audit.refunds as
  select r.id, r.payment_id, p.order_id, r.state, r.version, r.amount_minor, r.cause,
    r.idempotency_key, r.provider_refund_id, t.at as moved_at
  from refund r
  left join payment p on p.id = r.payment_id
  left join transition t on t.entity = 'refund' and t.entity_id = r.id and t.seq = r.version;
comment on view audit.refunds is 'Refunds with their payment and order. moved_at: since when in this state.';

create view audit.money_entries as
  select id, order_id, debit, credit, amount_minor, currency, cause, at from money_entry;
comment on view audit.money_entries is 'The money ledger: each row is one double entry.';

create view audit.idempotency as
  select principal_id, key, op, reply is not null as replied, replay_count, created_at
  from idempotency_key;
comment on view audit.idempotency is 'Which keys were used for what, without fingerprints and replies.';

create view audit.jobs as
  select j.id, t.identifier as topic, j.key,
    coalesce(j.payload ->> 'orderId', j.payload ->> 'paymentId', j.payload ->> 'refundId',
      j.payload ->> 'eventId') as subject_id,
    j.attempts, j.max_attempts, j.last_error is not null as failed_before, j.run_at, j.locked_at,
    j.locked_by, j.created_at
  from graphile_worker._private_jobs j
  join graphile_worker._private_tasks t on t.id = j.task_id;
comment on view audit.jobs is
  'Work that is owed: a job is deleted when it is done. subject_id: the row it is about.';

create view audit.heartbeats as select worker_id, beat_at from worker_heartbeat;
comment on view audit.heartbeats is 'When each worker last said that it lives.';

create view audit.effects as select key, done_at from effect;
comment on view audit.effects is 'What was done outside, once: a mail, an SMS.';

create view audit.webhooks as
  select w.id, w.type, w.object_id, w.state, w.version, w.delivery_count, w.received_at,
    t.at as moved_at
  from webhook_event w
  left join transition t on t.entity = 'webhook_event' and t.entity_id = w.id and t.seq = w.version;
comment on view audit.webhooks is 'The provider''s events, without their payload.';
