create table shop (
  singleton boolean primary key default true check (singleton),
  name text not null,
  phone text not null,
  address text not null,
  hours text not null,
  time_zone text not null,
  currency text not null check (currency in ('INR', 'EUR', 'GBP', 'USD')),
  cash_fee_minor bigint not null check (cash_fee_minor >= 0),
  hold_minutes integer not null check (hold_minutes between 1 and 120)
);

create table zone (
  name text primary key,
  pincodes text[] not null,
  fee_minor bigint not null check (fee_minor >= 0),
  free_from_minor bigint check (free_from_minor > 0)
);

create table category (
  id text primary key check (id ~ '^cat_[0-9a-f]{32}$'),
  slug text not null unique,
  name text not null,
  hue text not null check (hue in ('pistachio', 'raspberry', 'ultramarine', 'ink')),
  position integer not null
);

create table product (
  id text primary key check (id ~ '^prd_[0-9a-f]{32}$'),
  slug text not null unique,
  title text not null check (title <> ''),
  detail text not null,
  description text not null,
  vendor text,
  tags text[] not null default '{}',
  option_names text[] not null default '{}',
  food_facts json,
  category_id text not null references category (id),
  hsn text,
  tax_rate_basis_points integer not null default 0 check (tax_rate_basis_points between 0 and 10000),
  state text not null check (state in ('draft', 'active', 'hidden', 'archived')),
  version integer not null default 1,
  created_at timestamptz not null default now()
);
create index product_listing on product (category_id, id) where state = 'active';

create table variant (
  id text primary key check (id ~ '^var_[0-9a-f]{32}$'),
  product_id text not null references product (id),
  sku text not null unique,
  title text not null,
  option_values text[] not null default '{}',
  price_minor bigint not null check (price_minor >= 0),
  position integer not null,
  -- Born with the variant, so that a claim is always an update and never an insert that could race.
  counter_id text not null unique references counter (id)
);
create index variant_product on variant (product_id, position);

create table product_image (
  product_id text not null references product (id) on delete cascade,
  source_url text not null,
  alt text not null,
  position integer not null,
  state text not null default 'pending' check (state in ('pending', 'ready', 'failed')),
  primary key (product_id, source_url)
);
