create table payment (
  id text primary key check (id ~ '^pay_[0-9a-f]{32}$'),
  order_id text not null references orders (id),
  method text not null check (method in ('card', 'cash')),
  state text not null check (state in ('created', 'open', 'captured', 'failed', 'cancelled', 'due',
    'collected', 'waived')),
  version integer not null default 1,
  amount_minor bigint not null check (amount_minor >= 0),
  captured_minor bigint not null default 0 check (captured_minor >= 0),
  currency text not null,
  provider_session_id text unique,
  provider_intent_id text unique,
  provider_url text,
  -- Set when the provider reports another amount or currency than ours: for the owner to decide.
  parked_reason text,
  check (captured_minor <= amount_minor),
  check ((method = 'cash') = (state in ('due', 'collected', 'waived')))
);
create unique index payment_one_live on payment (order_id)
  where state in ('created', 'open', 'captured', 'due', 'collected');
create index payment_unsettled on payment (id) where state in ('created', 'open');

-- Written before the call, with its exact parameters: a repeat sends the very same request.
create table payment_attempt (
  id text primary key check (id ~ '^att_[0-9a-f]{32}$'),
  payment_id text not null references payment (id),
  attempt_no integer not null check (attempt_no >= 1),
  idempotency_key text not null unique,
  params json not null,
  created_at timestamptz not null default now(),
  done_at timestamptz,
  unique (payment_id, attempt_no)
);

create table refund (
  id text primary key check (id ~ '^rfd_[0-9a-f]{32}$'),
  payment_id text not null references payment (id),
  state text not null check (state in ('requested', 'sent', 'succeeded', 'failed')),
  version integer not null default 1,
  amount_minor bigint not null check (amount_minor > 0),
  reason text not null,
  cause text not null unique, -- one refund for one reason to refund
  idempotency_key text not null unique,
  provider_refund_id text unique
);
create index refund_payment on refund (payment_id);
create index refund_unsettled on refund (id) where state in ('requested', 'sent');

-- Double entry in one row: what leaves one account arrives in the other, so no entry can be out of balance.
create table money_entry (
  id bigint generated always as identity primary key,
  order_id text not null references orders (id),
  debit text not null check (debit in ('receivable', 'provider', 'cash_drawer', 'sales')),
  credit text not null check (credit in ('receivable', 'provider', 'cash_drawer', 'sales')),
  amount_minor bigint not null check (amount_minor > 0),
  currency text not null,
  cause text not null unique,
  at timestamptz not null default clock_timestamp(),
  check (debit <> credit)
);
create index money_entry_order on money_entry (order_id);
