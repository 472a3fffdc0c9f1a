import type { OrderId, OrderReference, PaymentId } from "@tuckshop/contracts/ids";
import type { FaultRule } from "@tuckshop/dev-env/stripe/control/fault-rule";
import { makeVariant } from "@tuckshop/db/testing/factories";
import { cardOrder, pageOf } from "./card-order.ts";
import { buy } from "./purchase.ts";
import type { Person, TestShop } from "./test-shop.ts";

/** An order's row and that of its newest payment. */
export const rowsOf = async ({ db }: TestShop, reference: OrderReference) => {
  const order = await db
    .selectFrom("orders")
    .selectAll()
    .where("reference", "=", reference)
    .executeTakeFirstOrThrow();
  const payment = await db
    .selectFrom("payment")
    .selectAll()
    .where("order_id", "=", order.id)
    .orderBy("id", "desc")
    .executeTakeFirstOrThrow();
  return { order, payment };
};

type Ids = { orderId: OrderId; paymentId: PaymentId };

/** An order that was paid by card and is confirmed. */
export const paidOrder = async (
  shop: TestShop,
  wanted: Parameters<typeof cardOrder>[1] = {},
): Promise<Awaited<ReturnType<typeof cardOrder>> & Ids> => {
  const placed = await cardOrder(shop, wanted);
  const { shopper, reference } = placed;
  await shop.pay(await pageOf(shopper, reference));
  await shopper.call().payment.sync({ reference });
  const { order, payment } = await rowsOf(shop, reference);
  return { ...placed, orderId: order.id, paymentId: payment.id };
};

/** A cash order of one new article, not yet handed over. */
export const cashOrder = async (
  shop: TestShop,
  { sku = "KULFI", stock = 9, quantity = 1 } = {},
) => {
  const { variantId } = await makeVariant(shop.db, { sku, stock });
  const shopper = shop.shopper();
  const placed = await buy(shopper, [{ variantId, quantity }], "cash");
  const { order, payment } = await rowsOf(shop, placed.reference);
  return { shopper, variantId, ...placed, orderId: order.id, paymentId: payment.id };
};

/** Packs an order for pickup and hands it over. */
export const handOver = async (staff: Person, orderId: OrderId): Promise<number> => {
  for (const action of ["pack", "make_ready", "collect"] as const) {
    const { version: baseVersion } = await staff.call().staff.orders.get({ orderId });
    await staff.call().staff.orders.act({ orderId, action, baseVersion });
  }
  return (await staff.call().staff.orders.get({ orderId })).version;
};

/** Arms faults of the provider. */
export const armFault = async ({ simulator }: TestShop, ...rules: FaultRule[]): Promise<void> => {
  await fetch(`${simulator.url}/_control/faults`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(rules),
  });
};

/** The balance of one account of an order's books. */
export const balanceOf = async ({ db }: TestShop, orderId: OrderId, account: string) => {
  const entries = await db
    .selectFrom("money_entry")
    .selectAll()
    .where("order_id", "=", orderId)
    .execute();
  return entries.reduce(
    (sum, { debit, credit, amount_minor }) =>
      sum + (debit === account ? amount_minor : 0) - (credit === account ? amount_minor : 0),
    0,
  );
};
