-- An order's page shows its payments, refunds and what was asked for too: their moves tell of the order.
-- Rows and their births may come in one statement; this runs after it, when both are there.
create or replace function tell_order_moved() returns trigger language plpgsql as $$
declare
  moved text := case new.entity
    when 'orders' then new.entity_id
    when 'payment' then (select order_id from payment where id = new.entity_id)
    when 'refund' then (
      select p.order_id from refund r join payment p on p.id = r.payment_id
      where r.id = new.entity_id)
    when 'refund_request' then (select order_id from refund_request where id = new.entity_id)
  end;
begin
  perform pg_notify('tuckshop', json_build_object('topic', 'order', 'id', moved)::text);
  return null;
end $$;

drop trigger order_moved on transition;
create trigger order_moved after insert on transition
  for each row when (new.entity in ('orders', 'payment', 'refund', 'refund_request'))
  execute function tell_order_moved();
