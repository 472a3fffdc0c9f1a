import { expectInvariants } from "@tuckshop/db/testing/invariants";
import { race } from "@tuckshop/testing/race";
import { waitUntil } from "@tuckshop/testing/wait-until";
import { sql } from "kysely";
import { expect, test } from "vitest";
import { cardOrder, pageOf } from "../testing/card-order.ts";
import { createTestShop } from "../testing/test-shop.ts";
import { openPayment, recordOpened } from "./open-payment.ts";

// Red when findPage throws a plain error for a payment that is not `created` any more: a 500.
test("of two that open a page together the second is told to come again, and finds it", async () => {
  const shop = await createTestShop();
  const { shopper, reference } = await cardOrder(shop);
  const { id: paymentId } = await shop.db
    .selectFrom("payment")
    .select("id")
    .executeTakeFirstOrThrow();
  const session = await shop.stripe.checkout.sessions.create({
    mode: "payment",
    success_url: "http://shop.test/paid",
    line_items: [
      {
        quantity: 1,
        price_data: { currency: "inr", unit_amount: 6_000, product_data: { name: "Order" } },
      },
    ],
  });

  const holder = await shop.pool.connect();
  await holder.query("begin");
  await holder.query("select from payment where id = $1 for update", [paymentId]);
  const first = recordOpened(shop.services.tasks, paymentId, session);
  await waitUntil(async () => (await waiting()) === 1, { what: "the first to wait" });
  const second = race([() => openPayment(shop.services.tasks, { paymentId })]);
  await waitUntil(async () => (await waiting()) === 2, { what: "the second to wait" });
  await holder.query("commit");
  holder.release();

  await first;
  expect((await second).lost).toMatchObject([{ refusal: { code: "PAYMENT_UNAVAILABLE" } }]);
  expect(await pageOf(shopper, reference)).toBe(session.url);
  await expectInvariants(shop.db);

  async function waiting(): Promise<number> {
    const { rows } = await sql<{ count: number }>`
      select count(*) from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'
    `.execute(shop.db);
    return rows[0]?.count ?? 0;
  }
});
