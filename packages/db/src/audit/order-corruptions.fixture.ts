import { copied, type Corruption } from "./corruption.fixture.ts";

export const orderCorruptions: readonly Corruption[] = [
  {
    check: "one-order-per-checkout",
    damage: ({ paid }) => copied("orders", `id = '${paid.orderId}'`, { id: `'ord_again'` }),
    names: (shop) => shop.paid.checkoutId,
  },
  {
    check: "placed-checkout-has-order",
    damage: ({ paid }) => `delete from orders where id = '${paid.orderId}'`,
    names: (shop) => shop.paid.checkoutId,
  },
  {
    check: "placed-checkout-has-order",
    damage: ({ paid }) => `update checkout set state = 'open' where id = '${paid.checkoutId}'`,
    names: (shop) => shop.paid.orderId,
  },
  {
    check: "one-open-checkout",
    damage: ({ browsing }) =>
      copied("checkout", `id = '${browsing.checkoutId}'`, { id: `'chk_again'` }),
    names: (shop) => shop.browsing.checkoutId,
  },
  {
    check: "order-of-its-shopper",
    damage: ({ paid }) => `update orders set principal_id = 'prn_0' where id = '${paid.orderId}'`,
    names: (shop) => shop.paid.orderId,
  },
  {
    check: "order-total-reconciles",
    damage: ({ due }) => `update orders set fee_minor = 1 where id = '${due.orderId}'`,
    names: (shop) => shop.due.orderId,
  },
  {
    check: "order-lines-reconcile",
    damage: ({ due }) => `delete from order_line where order_id = '${due.orderId}'`,
    names: (shop) => shop.due.orderId,
  },
  {
    check: "order-lines-reconcile",
    damage: ({ due }) =>
      `update order_line set total_minor = total_minor + 1 where order_id = '${due.orderId}'`,
    names: (shop) => shop.due.orderId,
  },
  {
    check: "order-line-reconciles",
    damage: ({ due }) => `update order_line set unit_minor = 1 where order_id = '${due.orderId}'`,
    names: (shop) => shop.due.orderId,
  },
  {
    check: "order-equals-quote",
    damage: ({
      due,
    }) => `update quote set body = jsonb_set(body::jsonb, '{subtotal,minor}', '1')::json
      where checkout_id = '${due.checkoutId}'`,
    names: (shop) => shop.due.orderId,
  },
  {
    check: "one-currency",
    damage: ({ due }) => `update payment set currency = 'EUR' where id = '${due.paymentId}'`,
    names: (shop) => shop.due.paymentId,
  },
  {
    check: "transition-legal",
    damage: ({ due }) => `update transition set to_state = 'delivered'
      where entity_id = '${due.orderId}' and seq = 2`,
    names: (shop) => shop.due.orderId,
  },
  {
    check: "transition-gapless",
    damage: ({ due }) => `delete from transition where entity_id = '${due.orderId}' and seq = 1`,
    names: (shop) => shop.due.orderId,
  },
  {
    check: "transition-gapless",
    damage: ({ delivered }) => `update transition set from_state = 'packed'
      where entity_id = '${delivered.orderId}' and seq = 2`,
    names: (shop) => shop.delivered.orderId,
  },
  {
    check: "state-equals-history",
    damage: ({ due }) => `update orders set state = 'packed' where id = '${due.orderId}'`,
    names: (shop) => shop.due.orderId,
  },
  {
    check: "state-equals-history",
    damage: ({ due }) => `delete from transition where entity_id = '${due.orderId}'`,
    names: (shop) => shop.due.orderId,
  },
  {
    check: "history-has-row",
    damage: () => "delete from webhook_event",
    names: () => "evt_1",
  },
];
