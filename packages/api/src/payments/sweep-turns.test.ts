import type { OrderReference } from "@tuckshop/contracts/ids";
import { expectInvariants } from "@tuckshop/db/testing/invariants";
import { sql } from "kysely";
import { expect, test } from "vitest";
import { cardOrder, pageOf } from "../testing/card-order.ts";
import { paidOrder, rowsOf } from "../testing/paid-order.ts";
import { createTestShop, type TestShop } from "../testing/test-shop.ts";
import { sweepPayments } from "./sweep.ts";

const stuck = 105;

/** Older orders whose pages the provider knows nothing of: asking about them fails, every time. */
const addStuckPayments = (shop: TestShop, reference: OrderReference) =>
  sql`
    with model as (
      select o.id as order_id, o.checkout_id, p.id as payment_id from orders o
      join payment p on p.order_id = o.id where reference = ${reference}
    ), each as (
      select model.*, lpad(n::text, 32, '0') as hex, n from model, generate_series(1, ${stuck}) as n
    ), checkouts as (
      insert into checkout
      select (jsonb_populate_record(c, jsonb_build_object('id', 'chk_' || hex))).*
      from each join checkout c on c.id = checkout_id
    ), orders_too as (
      insert into orders
      select (jsonb_populate_record(o, jsonb_build_object('id', 'ord_' || hex,
        'checkout_id', 'chk_' || hex, 'reference', 'TS-' || lpad(n::text, 4, '0')))).*
      from each join orders o on o.id = order_id
    )
    insert into payment
    select (jsonb_populate_record(p, jsonb_build_object('id', 'pay_' || hex,
      'order_id', 'ord_' || hex, 'provider_session_id', 'cs_gone_' || n))).*
    from each join payment p on p.id = payment_id
  `.execute(shop.db);

// Red when takeTurns orders by id: the hundred oldest are then asked about for ever.
test("S44 a hundred payments that stay stuck do not keep the sweep from the next one", async () => {
  const shop = await createTestShop();
  const { shopper, reference } = await cardOrder(shop);
  const url = await pageOf(shopper, reference);
  await addStuckPayments(shop, reference);
  await shop.pay(url); // and no webhook comes
  for (let turn = 0; turn < 2; turn++) await sweepPayments(shop.services.tasks, {});
  const { order, payment } = await rowsOf(shop, reference);
  expect({ order: order.state, payment: payment.state }).toEqual({
    order: "confirmed",
    payment: "captured",
  });
});

// Red when takeTurns orders by id.
test("S44 a hundred refunds that stay stuck do not keep the sweep from the next one", async () => {
  const shop = await createTestShop();
  const { orderId, paymentId } = await paidOrder(shop);
  await sql`
    with refunds as (
      insert into refund (id, payment_id, state, amount_minor, reason, cause, idempotency_key,
        provider_refund_id)
      select 'rfd_' || lpad(n::text, 32, '0'), ${paymentId}, 'sent', 1, 'stuck', 'stuck:' || n,
        'stuck:' || n, 're_gone_' || n
      from generate_series(1, ${stuck}) as n
      returning id
    ), births as (
      insert into transition (entity, entity_id, seq, to_state, actor)
      select 'refund', id, 1, 'sent', 'test' from refunds
    )
    update payment set refunded_minor = ${stuck} where id = ${paymentId}
  `.execute(shop.db);
  const owner = await shop.staff("owner");
  const { version: baseVersion } = await owner.call().staff.orders.get({ orderId });
  const rest = { kind: "rest" } as const;
  await owner.call().staff.orders.refund({ orderId, baseVersion, refund: rest, reason: "sorry" });
  for (let turn = 0; turn < 2; turn++) await sweepPayments(shop.services.tasks, {});
  const [charge] = shop.simulator.charges();
  expect(charge?.amount_refunded).toBe(6_000 - stuck);
  await expectInvariants(shop.db);
});
