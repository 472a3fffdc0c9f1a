import { copied, type Corruption } from "./corruption.fixture.ts";

export const refundCorruptions: readonly Corruption[] = [
  {
    check: "refunded-within-paid",
    damage: ({ refunded }) =>
      `update refund set amount_minor = amount_minor + 1 where id = '${refunded.refundId}'`,
    names: (shop) => shop.refunded.paymentId,
  },
  {
    check: "refunded-within-paid",
    damage: ({ refunded }) => `update payment set refunded_minor = captured_minor + 1
      where id = '${refunded.paymentId}';
      update refund set amount_minor = amount_minor + 1 where id = '${refunded.refundId}'`,
    names: (shop) => shop.refunded.paymentId,
  },
  {
    check: "refund-cause-unique",
    damage: ({ refunded }) =>
      copied("refund", `id = '${refunded.refundId}'`, { id: `'rfd_again'` }),
    names: (shop) => `cancel:${shop.refunded.orderId}`,
  },
  {
    check: "refund-booked-as-it-ended",
    damage: ({ refunded }) =>
      `update refund set state = 'failed' where id = '${refunded.refundId}'`,
    names: (shop) => shop.refunded.refundId,
  },
  {
    check: "refund-booked-as-it-ended",
    damage: ({ refunded }) => `update refund set state = 'failed'
      where id = '${refunded.refundId}';
      ${copied("money_entry", `cause = 'refund:${refunded.refundId}'`, {
        id: "1000000",
        cause: `'bounce:${refunded.refundId}'`,
      })}`,
    names: (shop) => shop.refunded.refundId,
  },
  {
    check: "refund-lines-within-ordered",
    damage: ({ returned }) =>
      `update refund_line set quantity = 2 where refund_id = '${returned.refundId}'`,
    names: (shop) => shop.returned.orderId,
  },
  {
    check: "refund-lines-within-ordered",
    damage: ({ returned }) => `update refund_line set quantity = 2
      where refund_id = '${returned.refundId}';
      update order_line set refunded_quantity = 2 where order_id = '${returned.orderId}'`,
    names: (shop) => shop.returned.orderId,
  },
  {
    check: "refund-lines-add-up",
    damage: ({ returned }) =>
      `update refund_line set amount_minor = amount_minor - 1 where refund_id = '${returned.refundId}'`,
    names: (shop) => shop.returned.refundId,
  },
  {
    check: "ended-order-owes-nothing",
    damage: ({ returned }) =>
      `delete from money_entry where cause = 'allowance:${returned.refundId}'`,
    names: (shop) => shop.returned.orderId,
  },
  {
    check: "sales-equal-total",
    damage: ({ due }) => `delete from money_entry where cause = 'sale:${due.orderId}'`,
    names: (shop) => shop.due.orderId,
  },
  {
    check: "surplus-is-not-ours",
    damage: ({ refunded }) => `update payment set state = 'surplus'
      where id = '${refunded.paymentId}'; update refund set state = 'failed'
      where id = '${refunded.refundId}'`,
    names: (shop) => shop.refunded.orderId,
  },
  {
    check: "return-entry-for-line",
    damage: ({ returned }) =>
      `delete from counter_entry where cause like 'return:${returned.orderId}:%'`,
    names: (shop) => shop.returned.orderId,
  },
  {
    check: "refund-request-once",
    damage: ({ returned }) =>
      `update refund_request set refund_id = null where order_id = '${returned.orderId}'`,
    names: (shop) => shop.returned.orderId,
  },
  {
    check: "refund-request-once",
    damage: ({ returned }) => `update refund_request set state = 'asked';
      ${copied("refund_request", `order_id = '${returned.orderId}'`, { id: `'rrq_again'` })}`,
    names: (shop) => shop.returned.orderId,
  },
];
