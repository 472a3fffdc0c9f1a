import { copied, type Corruption } from "./corruption.fixture.ts";

export const moneyCorruptions: readonly Corruption[] = [
  {
    check: "one-live-payment",
    damage: ({ paid }) => copied("payment", `id = '${paid.paymentId}'`, { id: `'pay_again'` }),
    names: (shop) => shop.paid.orderId,
  },
  {
    check: "confirmed-order-has-payment",
    damage: ({ paid }) => `update payment set state = 'failed' where id = '${paid.paymentId}'`,
    names: (shop) => shop.paid.orderId,
  },
  {
    check: "delivered-order-is-paid",
    damage: ({ delivered }) =>
      `update payment set state = 'due' where id = '${delivered.paymentId}'`,
    names: (shop) => shop.delivered.orderId,
  },
  {
    check: "captured-equals-total",
    damage: ({ paid }) =>
      `update payment set captured_minor = captured_minor - 1 where id = '${paid.paymentId}'`,
    names: (shop) => shop.paid.orderId,
  },
  {
    check: "captured-within-amount",
    damage: ({ paid }) =>
      `update payment set captured_minor = amount_minor + 1 where id = '${paid.paymentId}'`,
    names: (shop) => shop.paid.paymentId,
  },
  {
    check: "captured-within-amount",
    damage: ({ due }) => `update payment set captured_minor = 1 where id = '${due.paymentId}'`,
    names: (shop) => shop.due.paymentId,
  },
  {
    check: "provider-ids-unique",
    damage: ({ paid, waiting }) => `update payment set provider_session_id = 'cs_${paid.paymentId}'
      where id = '${waiting.paymentId}'`,
    names: (shop) => `cs_${shop.paid.paymentId}`,
  },
  {
    check: "money-entry-balances",
    damage: ({ paid }) =>
      `update money_entry set credit = debit where order_id = '${paid.orderId}'`,
    names: (shop) => shop.paid.orderId,
  },
  {
    check: "money-entry-cause-unique",
    damage: ({ paid }) => copied("money_entry", `cause = 'capture:${paid.paymentId}'`),
    names: (shop) => `capture:${shop.paid.paymentId}`,
  },
  {
    check: "provider-account-equals-payments",
    damage: ({ refunded }) => `delete from money_entry where cause = 'refund:${refunded.refundId}'`,
    names: (shop) => shop.refunded.orderId,
  },
  {
    check: "provider-account-equals-payments",
    damage: ({ paid }) =>
      `update money_entry set currency = 'EUR' where cause = 'capture:${paid.paymentId}'`,
    names: (shop) => shop.paid.orderId,
  },
  {
    check: "cash-drawer-equals-collected",
    damage: ({ delivered }) =>
      `delete from money_entry where cause = 'cash:${delivered.paymentId}'`,
    names: (shop) => shop.delivered.orderId,
  },
  {
    check: "receivable-settled",
    damage: ({ paid }) => `delete from money_entry where cause = 'sale:${paid.orderId}'`,
    names: (shop) => shop.paid.orderId,
  },
  {
    check: "payment-parked",
    damage: ({ waiting }) => `update payment set parked_reason = 'another amount',
        parked_at = now() - interval '25 hours'
      where id = '${waiting.paymentId}'`,
    names: (shop) => shop.waiting.paymentId,
  },
  {
    check: "parked-payment-is-live",
    damage: ({ paid }) => `update payment set parked_reason = 'another amount', parked_at = now()
      where id = '${paid.paymentId}'`,
    names: (shop) => shop.paid.paymentId,
  },
  {
    check: "paid-with-nothing-bought",
    damage: ({ refunded }) => `update refund set state = 'failed';
      update transition set at = at - interval '61 seconds'
      where entity_id in ('${refunded.orderId}', '${refunded.paymentId}')`,
    names: (shop) => shop.refunded.orderId,
  },
];
