-- Scarcity is one pattern: a claim on a counter. For stock of a variant:
-- on hand = capacity - consumed, reserved = claimed - consumed, available = capacity - claimed.
create table counter (
  id text primary key check (id ~ '^ctr_[0-9a-f]{32}$'),
  kind text not null check (kind in ('stock', 'slot', 'promotion')),
  capacity bigint not null default 0,
  claimed bigint not null default 0,
  consumed bigint not null default 0,
  constraint counter_conserved check (0 <= consumed and consumed <= claimed and claimed <= capacity)
) with (fillfactor = 70); -- room on the page, so that updates of hot rows stay heap-only

-- The ledger of what is on hand: its sum equals capacity - consumed. Append-only.
create table counter_entry (
  id bigint generated always as identity primary key,
  counter_id text not null references counter (id),
  kind text not null check (kind in ('receive', 'adjust', 'sale', 'return')),
  change bigint not null check (change <> 0),
  cause text not null unique,
  reason text,
  actor text not null,
  at timestamptz not null default clock_timestamp(),
  check (kind <> 'sale' or change < 0),
  check (kind not in ('receive', 'return') or change > 0)
);
comment on column counter_entry.cause is 'What made this entry, once: a sale''s claim, a command''s key.';
create index counter_entry_counter on counter_entry (counter_id, id);
