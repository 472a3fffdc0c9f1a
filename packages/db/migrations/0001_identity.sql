-- Who asks. A principal is the stable owner of carts, keys and orders: a device, or a person on the staff.
create table principal (
  id text primary key check (id ~ '^prn_[0-9a-f]{32}$'),
  kind text not null check (kind in ('guest', 'staff')),
  created_at timestamptz not null default now()
);

create table users (
  id text primary key references principal (id),
  email text not null unique check (email = lower(email)),
  name text not null,
  created_at timestamptz not null default now()
);

create table credential (
  user_id text primary key references users (id) on delete cascade,
  password_hash text not null check (password_hash like '$argon2id$%')
);

create table user_role (
  user_id text primary key references users (id) on delete cascade,
  role text not null check (role in ('owner', 'manager', 'packer', 'rider', 'viewer'))
);

-- Only a hash of the session's token is kept: reading this table lets nobody in.
create table session (
  id_hash text primary key check (id_hash ~ '^[0-9a-f]{64}$'),
  principal_id text not null references principal (id) on delete cascade,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null
);
create index session_principal on session (principal_id);
create index session_expiry on session (expires_at);
