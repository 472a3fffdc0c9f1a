-- Money that waits for the staff is counted on every look at the day.
create index payment_parked on payment (order_id) where parked_reason is not null;
create index refund_failed on refund (payment_id) where state = 'failed';
