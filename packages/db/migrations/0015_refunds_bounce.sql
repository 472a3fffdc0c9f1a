-- A refund that was paid out may come back: the buyer's bank could not take it.

insert into legal_move (entity, event, from_state, to_state) values
  ('refund', 'bounce', 'succeeded', 'failed');

alter table provider_sweep
  drop constraint provider_sweep_list_check,
  add constraint provider_sweep_list_check
    check (list in ('sessions', 'refunds', 'failed_refunds'));
