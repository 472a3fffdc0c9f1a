import { copied, type Corruption } from "./corruption.fixture.ts";

const past = "now() - interval '61 seconds'";

export const processCorruptions: readonly Corruption[] = [
  {
    check: "idempotency-key-unique",
    damage: () => copied("idempotency_key", "true"),
    names: () => "a-key-of-the-test",
  },
  {
    check: "idempotency-key-has-reply",
    damage: () => "update idempotency_key set reply = null",
    names: () => "a-key-of-the-test",
  },
  {
    check: "effect-once",
    damage: () => copied("effect", "true"),
    names: (shop) => `confirmation-${shop.paid.orderId}`,
  },
  {
    check: "webhook-once",
    damage: () => copied("webhook_event", "true"),
    names: () => "evt_1",
  },
  {
    check: "attempt-once",
    damage: ({ paid }) =>
      copied("payment_attempt", `payment_id = '${paid.paymentId}'`, { id: `'att_again'` }),
    names: (shop) => shop.paid.paymentId,
  },
  {
    check: "checkout-not-stuck",
    damage: () => `update checkout set expires_at = ${past}`,
    names: (shop) => shop.browsing.checkoutId,
  },
  {
    check: "order-not-stuck",
    damage: () => `update orders set expires_at = ${past}`,
    names: (shop) => shop.waiting.orderId,
  },
  {
    check: "claim-not-stuck",
    damage: () => `update orders set expires_at = ${past}`,
    names: (shop) => shop.waiting.claimId,
  },
  {
    check: "payment-not-stuck",
    damage: ({ waiting }) => `update orders set state = 'expired' where id = '${waiting.orderId}';
      update transition set at = ${past} where entity_id = '${waiting.orderId}'`,
    names: (shop) => shop.waiting.paymentId,
  },
  {
    check: "refund-not-stuck",
    damage: ({ refunded }) => `update refund set state = 'sent';
      update transition set at = ${past} where entity_id = '${refunded.refundId}'`,
    names: (shop) => shop.refunded.refundId,
  },
  {
    check: "refund-request-not-stuck",
    damage: () => `update refund_request set state = 'asked', remind_at = ${past}`,
    names: (shop) => shop.returned.orderId,
  },
  {
    check: "refund-request-not-stuck",
    damage: () => `update refund_request set state = 'asked', asked_at = now() - interval '8 days'`,
    names: (shop) => shop.returned.orderId,
  },
  {
    check: "webhook-not-stuck",
    damage: () => `update webhook_event set state = 'retry', due_at = ${past}`,
    names: () => "evt_1",
  },
  {
    check: "webhook-not-stuck",
    damage: () => "update webhook_event set state = 'dead'",
    names: () => "evt_1",
  },
  {
    check: "job-not-exhausted",
    damage: () => "update graphile_worker._private_jobs set attempts = max_attempts",
    names: (shop) => shop.paid.orderId,
  },
  {
    check: "job-worker-alive",
    damage: () => `update graphile_worker._private_jobs
      set locked_at = ${past}, locked_by = 'worker-gone'`,
    names: () => "worker-gone",
  },
  {
    check: "job-worker-alive",
    damage: () => `update graphile_worker._private_jobs
      set locked_at = ${past}, locked_by = 'worker-1';
      update worker_heartbeat set beat_at = ${past}`,
    names: () => "worker-1",
  },
  {
    check: "job-taken",
    damage: () => `update graphile_worker._private_jobs set run_at = ${past}`,
    names: (shop) => shop.paid.orderId,
  },
  {
    check: "confirmation-sent",
    damage: () => `delete from effect; update transition set at = ${past} where event = 'pay'`,
    names: (shop) => shop.paid.orderId,
  },
];
