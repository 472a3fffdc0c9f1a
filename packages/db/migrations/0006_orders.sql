create table orders (
  id text primary key check (id ~ '^ord_[0-9a-f]{32}$'),
  reference text not null unique,
  checkout_id text not null unique references checkout (id), -- one checkout, one order
  principal_id text not null references principal (id),
  state text not null check (state in ('pending_payment', 'confirmed', 'packed', 'out_for_delivery',
    'ready_for_pickup', 'delivered', 'returned', 'expired', 'cancelled')),
  version integer not null default 1,
  method text not null check (method in ('pickup', 'delivery')),
  pincode text,
  area text,
  address text,
  customer_name text not null,
  customer_phone text not null,
  customer_email text,
  note text,
  currency text not null check (currency in ('INR', 'EUR', 'GBP', 'USD')),
  subtotal_minor bigint not null check (subtotal_minor >= 0),
  discount_minor bigint not null check (discount_minor >= 0),
  delivery_minor bigint not null check (delivery_minor >= 0),
  fee_minor bigint not null check (fee_minor >= 0),
  tax_included_minor bigint not null check (tax_included_minor >= 0),
  total_minor bigint not null check (total_minor >= 0),
  placed_at timestamptz not null default now(),
  -- When an unpaid order gives its stock back.
  expires_at timestamptz not null,
  constraint orders_reconciled
    check (total_minor = subtotal_minor - discount_minor + delivery_minor + fee_minor),
  check ((method = 'delivery') = (address is not null))
);
create index orders_by_state on orders (state, id);
create index orders_due on orders (expires_at) where state = 'pending_payment';
create index orders_by_principal on orders (principal_id, id);

-- Snapshots: what was sold stays readable whatever becomes of the product.
create table order_line (
  order_id text not null references orders (id),
  variant_id text not null references variant (id),
  position integer not null,
  sku text not null,
  title text not null,
  variant_title text not null,
  hue text not null,
  hsn text,
  tax_rate_basis_points integer not null,
  quantity integer not null check (quantity > 0),
  unit_minor bigint not null check (unit_minor >= 0),
  total_minor bigint not null,
  tax_included_minor bigint not null check (tax_included_minor >= 0),
  primary key (order_id, variant_id),
  check (total_minor = unit_minor * quantity),
  check (tax_included_minor <= total_minor)
);
