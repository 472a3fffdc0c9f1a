-- How often an event was tried, and how often it may be. `due_at` is when it is tried next and, while an
-- attempt runs, when that attempt counts as lost: every event that has not ended has a deadline that
-- the sweep looks at. `attempt_count` only grows, so that it also fences an attempt that came too late.
alter table webhook_event
  add column attempt_count integer not null default 0,
  add column attempt_limit integer not null default 12,
  add column due_at timestamptz not null default now(),
  add column last_error text,
  add constraint webhook_event_attempts check (attempt_count between 0 and attempt_limit);
create index webhook_event_waiting on webhook_event (due_at) where state in ('received', 'retry');
create index webhook_event_newest on webhook_event (received_at desc, id desc);

create or replace view audit.webhooks as
  select w.id, w.type, w.object_id, w.state, w.version, w.delivery_count, w.received_at,
    t.at as moved_at, w.attempt_count, w.attempt_limit, w.due_at
  from webhook_event w
  left join transition t on t.entity = 'webhook_event' and t.entity_id = w.id and t.seq = w.version;

-- Something outside is claimed before it is done, so that two workers do not do it at once, and its
-- row says so once it was: until then `claimed_until` is when the claim counts as lost.
alter table effect
  add column attempt_count integer not null default 1,
  add column claimed_until timestamptz,
  alter column done_at drop not null,
  add constraint effect_claimed_or_done check (done_at is not null or claimed_until is not null);

create or replace view audit.effects as select key, done_at from effect where done_at is not null;
