-- Every move of every machine, and the law it must obey. The machines are written once, in
-- contracts/machines.ts; a test holds this table against them.
create table legal_move (
  entity text not null,
  event text not null,
  from_state text not null,
  to_state text not null,
  primary key (entity, event, from_state, to_state)
);

insert into legal_move (entity, event, from_state, to_state) values
  ('checkout', 'place', 'open', 'placed'),
  ('checkout', 'expire', 'open', 'expired'),
  ('checkout', 'cancel', 'open', 'cancelled'),
  ('orders', 'pay', 'pending_payment', 'confirmed'),
  ('orders', 'expire', 'pending_payment', 'expired'),
  ('orders', 'pay_late', 'expired', 'confirmed'),
  ('orders', 'pack', 'confirmed', 'packed'),
  ('orders', 'dispatch', 'packed', 'out_for_delivery'),
  ('orders', 'fail_delivery', 'out_for_delivery', 'packed'),
  ('orders', 'deliver', 'out_for_delivery', 'delivered'),
  ('orders', 'make_ready', 'packed', 'ready_for_pickup'),
  ('orders', 'collect', 'ready_for_pickup', 'delivered'),
  ('orders', 'return', 'delivered', 'returned'),
  ('orders', 'cancel', 'pending_payment', 'cancelled'),
  ('orders', 'cancel', 'confirmed', 'cancelled'),
  ('orders', 'cancel', 'packed', 'cancelled'),
  ('payment', 'open', 'created', 'open'),
  ('payment', 'capture', 'created', 'captured'),
  ('payment', 'capture', 'open', 'captured'),
  ('payment', 'fail', 'created', 'failed'),
  ('payment', 'fail', 'open', 'failed'),
  ('payment', 'cancel', 'created', 'cancelled'),
  ('payment', 'cancel', 'open', 'cancelled'),
  ('payment', 'collect', 'due', 'collected'),
  ('payment', 'waive', 'due', 'waived'),
  ('refund', 'send', 'requested', 'sent'),
  ('refund', 'succeed', 'requested', 'succeeded'),
  ('refund', 'succeed', 'sent', 'succeeded'),
  ('refund', 'fail', 'requested', 'failed'),
  ('refund', 'fail', 'sent', 'failed'),
  ('claim', 'consume', 'held', 'consumed'),
  ('claim', 'release', 'held', 'released'),
  ('claim', 'release', 'consumed', 'released'),
  ('claim', 'expire', 'held', 'expired'),
  ('product', 'publish', 'draft', 'active'),
  ('product', 'publish', 'hidden', 'active'),
  ('product', 'hide', 'active', 'hidden'),
  ('product', 'archive', 'draft', 'archived'),
  ('product', 'archive', 'active', 'archived'),
  ('product', 'archive', 'hidden', 'archived'),
  ('webhook_event', 'apply', 'received', 'applied'),
  ('webhook_event', 'apply', 'retry', 'applied'),
  ('webhook_event', 'ignore', 'received', 'ignored'),
  ('webhook_event', 'ignore', 'retry', 'ignored'),
  ('webhook_event', 'postpone', 'received', 'retry'),
  ('webhook_event', 'bury', 'received', 'dead'),
  ('webhook_event', 'bury', 'retry', 'dead'),
  ('webhook_event', 'redrive', 'dead', 'retry');

-- Append-only. `seq` counts from 1 (birth, with neither event nor from_state) and equals the row's version.
create table transition (
  entity text not null,
  entity_id text not null,
  seq integer not null check (seq >= 1),
  event text,
  from_state text,
  to_state text not null,
  actor text not null,
  cause text,
  at timestamptz not null default clock_timestamp(),
  primary key (entity, entity_id, seq),
  check ((seq = 1) = (event is null)),
  check ((event is null) = (from_state is null)),
  foreign key (entity, event, from_state, to_state)
    references legal_move (entity, event, from_state, to_state)
);
comment on constraint transition_entity_event_from_state_to_state_fkey on transition is
  'An illegal move cannot be recorded, and no state changes without its record.';
