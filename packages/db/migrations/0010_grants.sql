-- Claims that wait on one hot counter are granted together, in a commit of their own (atomic/grant.ts).
-- Until its command has made the checkout that owns it, such a claim has none, and a minute to live.
alter table claim alter column checkout_id drop not null;
alter table claim add constraint claim_sold_has_checkout
  check (checkout_id is not null or state <> 'consumed');
create index claim_unowned on claim (expires_at) where checkout_id is null and state = 'held';
