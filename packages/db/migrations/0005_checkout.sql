create table cart (
  id text primary key check (id ~ '^crt_[0-9a-f]{32}$'),
  principal_id text not null unique references principal (id),
  version integer not null default 0 check (version >= 0)
);

create table cart_line (
  cart_id text not null references cart (id) on delete cascade,
  variant_id text not null references variant (id),
  quantity integer not null check (quantity between 1 and 99),
  -- What the shopper saw when the line was set, so that a change can be told in words.
  seen_price_minor bigint not null,
  position integer not null,
  primary key (cart_id, variant_id)
);

create table checkout (
  id text primary key check (id ~ '^chk_[0-9a-f]{32}$'),
  principal_id text not null references principal (id),
  cart_version integer not null,
  method text not null check (method in ('pickup', 'delivery')),
  pincode text,
  area text,
  state text not null check (state in ('open', 'placed', 'expired', 'cancelled')),
  version integer not null default 1,
  expires_at timestamptz not null,
  -- How often the shopper asked for more time (WCAG 2.2.1 wants ten to be possible).
  extensions integer not null default 0 check (extensions between 0 and 10),
  check ((method = 'delivery') = (pincode is not null))
);
create unique index checkout_one_open on checkout (principal_id) where state = 'open';
create index checkout_due on checkout (expires_at) where state = 'open';

-- Never updated: anything that would change it makes a new checkout.
create table quote (
  id text primary key check (id ~ '^quo_[0-9a-f]{32}$'),
  checkout_id text not null unique references checkout (id),
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  body json not null
);

create table claim (
  id text primary key check (id ~ '^clm_[0-9a-f]{32}$'),
  counter_id text not null references counter (id),
  checkout_id text not null references checkout (id),
  quantity bigint not null check (quantity > 0),
  state text not null check (state in ('held', 'consumed', 'released', 'expired')),
  version integer not null default 1,
  expires_at timestamptz not null
);
create unique index claim_one_live on claim (checkout_id, counter_id) where state in ('held', 'consumed');
create index claim_counter_live on claim (counter_id) where state in ('held', 'consumed');
