-- Refunds in part, by line and from the drawer; money that nobody expected; cash and card in turn.

insert into legal_move (entity, event, from_state, to_state) values
  ('refund_request', 'approve', 'asked', 'approved'),
  ('refund_request', 'decline', 'asked', 'declined');

alter table payment
  -- Taken when a refund is asked for, given back when it fails: this row decides what is left.
  add refunded_minor bigint not null default 0,
  -- What was captured beyond the total, or short of it, and kept by a decision of the staff.
  add captured_difference_minor bigint not null default 0,
  -- What the provider reported when the payment was parked.
  add parked_at timestamptz,
  add provider_captured_minor bigint,
  add provider_currency text,
  -- A card payment that took the place of cash: until when its page may be paid.
  add pay_by timestamptz,
  drop constraint payment_state_check,
  add constraint payment_state_check check (state in ('created', 'open', 'captured', 'failed',
    'cancelled', 'due', 'collected', 'waived', 'surplus')),
  drop constraint payment_check,
  add constraint payment_captured_within_amount
    check (captured_minor <= amount_minor + greatest(captured_difference_minor, 0)),
  add constraint payment_refunded_within_paid check (refunded_minor >= 0
    and refunded_minor <= case state when 'collected' then amount_minor else captured_minor end),
  add constraint payment_parked_since check ((parked_reason is null) = (parked_at is null));
update payment set refunded_minor = coalesce((
  select sum(amount_minor) from refund where refund.payment_id = payment.id and refund.state <> 'failed'
), 0);
comment on column payment.state is
  'surplus: money that came for a payment that had ended, or a second time. It only ever goes back.';

alter table payment_attempt
  -- Set before the first call: from then on, the provider may have a page.
  add sent_at timestamptz,
  -- The provider says that this key came with other parameters, or answers it 500 for good: it is
  -- never sent again.
  add refused_at timestamptz;
update payment_attempt set sent_at = created_at;

alter table refund
  add sent_at timestamptz,
  add refused_at timestamptz;
update refund set sent_at = now();

alter table order_line
  add refunded_quantity integer not null default 0,
  add restocked_quantity integer not null default 0 check (restocked_quantity >= 0),
  add wasted_quantity integer not null default 0 check (wasted_quantity >= 0),
  add constraint order_line_refunded_within_ordered check (refunded_quantity between 0 and quantity),
  add constraint order_line_returned_within_ordered
    check (restocked_quantity + wasted_quantity <= quantity);

create table refund_line (
  refund_id text not null references refund (id),
  order_id text not null,
  variant_id text not null,
  quantity integer not null check (quantity > 0),
  amount_minor bigint not null check (amount_minor >= 0),
  primary key (refund_id, variant_id),
  foreign key (order_id, variant_id) references order_line (order_id, variant_id)
);
create index refund_line_order on refund_line (order_id, variant_id);

-- What a shopper asks for; the staff decide.
create table refund_request (
  id text primary key check (id ~ '^rrq_[0-9a-f]{32}$'),
  order_id text not null references orders (id),
  state text not null check (state in ('asked', 'approved', 'declined')),
  version integer not null default 1,
  reason text not null,
  -- Null asks for all that is left.
  lines json,
  asked_at timestamptz not null default now(),
  answer text,
  refund_id text references refund (id),
  check (refund_id is null or state <> 'declined')
);
create unique index refund_request_one_open on refund_request (order_id) where state = 'asked';
create index refund_request_order on refund_request (order_id);

-- Up to when the provider's own lists have been read: what is older has been settled.
create table provider_sweep (
  list text primary key check (list in ('sessions', 'refunds')),
  swept_until timestamptz not null
);

alter table money_entry
  drop constraint money_entry_debit_check,
  add constraint money_entry_debit_check
    check (debit in ('receivable', 'provider', 'cash_drawer', 'sales', 'refunds', 'surplus')),
  drop constraint money_entry_credit_check,
  add constraint money_entry_credit_check
    check (credit in ('receivable', 'provider', 'cash_drawer', 'sales', 'refunds', 'surplus'));
comment on table money_entry is
  'Double entry. refunds: given back for sales that stand; it reduces what sales earned. '
  'surplus: money that was never ours and goes back.';

create or replace view audit.states as
  select 'checkout' as entity, id, state, version from checkout
  union all select 'orders', id, state, version from orders
  union all select 'payment', id, state, version from payment
  union all select 'refund', id, state, version from refund
  union all select 'claim', id, state, version from claim
  union all select 'product', id, state, version from product
  union all select 'webhook_event', id, state, version from webhook_event
  union all select 'refund_request', id, state, version from refund_request;

create or replace view audit.order_lines as
  select l.order_id, l.variant_id, v.counter_id, l.sku, l.quantity, l.unit_minor, l.total_minor,
    l.tax_included_minor, l.refunded_quantity, l.restocked_quantity, l.wasted_quantity
  from order_line l
  left join variant v on v.id = l.variant_id;

create or replace view audit.payments as
  select p.id, p.order_id, p.method, p.state, p.version, p.amount_minor, p.captured_minor, p.currency,
    p.provider_session_id, p.provider_intent_id, p.parked_reason is not null as parked,
    t.at as moved_at, p.refunded_minor, p.captured_difference_minor, p.parked_at, p.pay_by
  from payment p
  left join transition t on t.entity = 'payment' and t.entity_id = p.id and t.seq = p.version;

create or replace view audit.attempts as
  select id, payment_id, attempt_no, idempotency_key, created_at, done_at, sent_at, refused_at
  from payment_attempt;

create view audit.refund_lines as
  select refund_id, order_id, variant_id, quantity, amount_minor from refund_line;
comment on view audit.refund_lines is 'What a refund was for, where it was for goods.';

create view audit.refund_requests as
  select q.id, q.order_id, q.state, q.version, q.refund_id, q.asked_at from refund_request q;
comment on view audit.refund_requests is 'What shoppers asked to have back, and what came of it.';
