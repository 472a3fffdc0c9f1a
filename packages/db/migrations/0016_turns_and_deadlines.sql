-- Sweeps take turns: those whose last turn is longest ago come first, so rows that stay stuck delay
-- no other. Null: they had none yet.
alter table checkout add swept_at timestamptz;
alter table orders add swept_at timestamptz;
alter table payment add swept_at timestamptz;
alter table refund add swept_at timestamptz;

-- A shopper who asked for money back waits for an answer: when the staff are next reminded of it.
alter table refund_request
  add remind_at timestamptz not null default now() + interval '1 day',
  add reminder_count integer not null default 0 check (reminder_count >= 0);
create index refund_request_asked on refund_request (remind_at) where state = 'asked';

create or replace view audit.refund_requests as
  select q.id, q.order_id, q.state, q.version, q.refund_id, q.asked_at, q.remind_at, q.reminder_count
  from refund_request q;

create or replace view audit.jobs as
  select j.id, t.identifier as topic, j.key,
    coalesce(j.payload ->> 'orderId', j.payload ->> 'paymentId', j.payload ->> 'refundId',
      j.payload ->> 'eventId', j.payload ->> 'requestId') as subject_id,
    j.attempts, j.max_attempts, j.last_error is not null as failed_before, j.run_at, j.locked_at,
    j.locked_by, j.created_at
  from graphile_worker._private_jobs j
  join graphile_worker._private_tasks t on t.id = j.task_id;
