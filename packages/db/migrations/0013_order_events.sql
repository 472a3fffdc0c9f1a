-- Tells whoever listens that an order moved. The hint leaves with the commit that moved it, whichever
-- program that was; it carries the id alone, and nothing depends on its arrival. Postgres delivers a
-- hint once for equal ones in one transaction.
create function tell_order_moved() returns trigger language plpgsql as $$
begin
  perform pg_notify('tuckshop', json_build_object('topic', 'order', 'id', new.entity_id)::text);
  return null;
end $$;

create trigger order_moved after insert on transition
  for each row when (new.entity = 'orders') execute function tell_order_moved();
