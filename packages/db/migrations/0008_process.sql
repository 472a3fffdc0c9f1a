-- A key belongs to a principal. The reply is json, not jsonb: a replay is byte for byte.
create table idempotency_key (
  principal_id text not null references principal (id),
  key text not null check (length(key) between 16 and 255),
  op text not null,
  fingerprint text not null check (fingerprint ~ '^[0-9a-f]{64}$'),
  reply json,
  replay_count integer not null default 0,
  created_at timestamptz not null default now(),
  primary key (principal_id, key)
);
create index idempotency_key_age on idempotency_key (created_at);

create table webhook_event (
  id text primary key check (id ~ '^evt_[A-Za-z0-9_]+$'),
  type text not null,
  object_id text not null,
  payload json not null,
  state text not null check (state in ('received', 'applied', 'ignored', 'retry', 'dead')),
  version integer not null default 1,
  delivery_count integer not null default 1,
  received_at timestamptz not null default now()
);

-- What a task has done outside, once: a mail, an SMS. The key names the effect.
create table effect (
  key text primary key,
  done_at timestamptz not null default now()
);

-- A worker that no longer beats is gone: its jobs are given to others.
create table worker_heartbeat (
  worker_id text primary key,
  beat_at timestamptz not null default now()
);
