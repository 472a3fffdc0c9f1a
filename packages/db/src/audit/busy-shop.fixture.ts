import {
  newId,
  newOrderReference,
  OrderId,
  PaymentAttemptId,
  PaymentId,
  QuoteId,
  RefundId,
  RefundRequestId,
  type CheckoutId,
  type ClaimId,
} from "@tuckshop/contracts/ids";
import { sql } from "kysely";
import { claimAll, consumeClaims, releaseClaims } from "../atomic/claim.ts";
import { takeLines, takePaid } from "../atomic/refund.ts";
import { enterStock } from "../atomic/stock-entry.ts";
import { recordBirths, transition } from "../atomic/transition.ts";
import type { Db, Tx } from "../schema.ts";
import { workGoesOn } from "./work-goes-on.fixture.ts";
import { makeCheckout, makeShop, makeVariant, type MadeVariant } from "../testing/factories.ts";

const mover = { actor: "test" };
const priceMinor = 6_000;
const currency = "INR" as const;

export type MadeOrder = {
  orderId: OrderId;
  checkoutId: CheckoutId;
  paymentId: PaymentId;
  claimId: ClaimId;
};

/** What `makeBusyShop` made: an order of every kind, and a shopper who still looks. */
export type BusyShop = {
  variant: MadeVariant;
  /** By card, captured and confirmed; wants a mail and got it. */
  paid: MadeOrder;
  /** Cash, due. */
  due: MadeOrder;
  /** Cash, handed over and collected. */
  delivered: MadeOrder;
  /** By card, cancelled after it was paid; its refund has arrived. */
  refunded: MadeOrder & { refundId: RefundId };
  /** Cash, handed over, and brought back: one refunded from the drawer and on the shelf again. */
  returned: MadeOrder & { refundId: RefundId };
  /** By card, its page open. */
  waiting: MadeOrder;
  /** An open checkout that holds one. */
  browsing: { checkoutId: CheckoutId; claimId: ClaimId };
};

/** A shop in the middle of its day, with nothing wrong in it. */
export async function makeBusyShop(db: Db): Promise<BusyShop> {
  await makeShop(db);
  const variant = await makeVariant(db, { sku: "KULFI", stock: 10, priceMinor });
  const order = async (method: "card" | "cash") => placed(db, variant, method);
  const [paid, due, delivered] = [await order("card"), await order("cash"), await order("cash")];
  const [refunded, waiting] = [await order("card"), await order("card")];
  const returned = await order("cash");
  const browsing = await hold(db, variant);
  const refundId = newId(RefundId);
  const returnId = newId(RefundId);
  await db.transaction().execute(async (tx) => {
    await capture(tx, paid);
    await confirm(tx, due);
    await confirm(tx, delivered);
    await collect(tx, delivered);
    await capture(tx, refunded);
    await refund(tx, refunded, refundId);
    await confirm(tx, returned);
    await collect(tx, returned);
    await takeBack(tx, returned, variant, returnId);
    await tx
      .updateTable("orders")
      .set({ customer_email: "meera@example.org" })
      .where("id", "=", paid.orderId)
      .execute();
    await tx
      .insertInto("effect")
      .values({ key: `confirmation-${paid.orderId}` })
      .execute();
  });
  await workGoesOn(db, paid);
  return {
    variant,
    paid,
    due,
    delivered,
    refunded: { ...refunded, refundId },
    returned: { ...returned, refundId: returnId },
    waiting,
    browsing,
  };
}

async function hold(db: Db, { counterId, sku }: MadeVariant) {
  const checkoutId = await makeCheckout(db);
  const later = new Date(Date.now() + 900_000).toISOString();
  await db
    .transaction()
    .execute((tx) => claimAll(tx, checkoutId, [{ counterId, sku, quantity: 1 }], later, mover));
  const { id: claimId } = await db
    .selectFrom("claim")
    .select("id")
    .where("checkout_id", "=", checkoutId)
    .executeTakeFirstOrThrow();
  return { checkoutId, claimId };
}

async function placed(db: Db, variant: MadeVariant, method: "card" | "cash"): Promise<MadeOrder> {
  const { checkoutId, claimId } = await hold(db, variant);
  const orderId = newId(OrderId);
  const paymentId = newId(PaymentId);
  await db.transaction().execute(async (tx) => {
    await insertQuote(tx, checkoutId);
    await insertOrder(tx, orderId, checkoutId, variant);
    await recordBirths(tx, "orders", [orderId], "pending_payment", mover);
    await transition(tx, "checkout", checkoutId, "place", mover);
    const state = method === "card" ? "created" : "due";
    const payment = { id: paymentId, order_id: orderId, method, state, currency } as const;
    await tx
      .insertInto("payment")
      .values({ ...payment, amount_minor: priceMinor })
      .execute();
    await recordBirths(tx, "payment", [paymentId], state, mover);
    if (method === "card") await openPage(tx, paymentId);
  });
  return { orderId, checkoutId, paymentId, claimId };
}

const money = (minor: number) => ({ minor, currency });

async function insertQuote(tx: Tx, checkoutId: CheckoutId): Promise<void> {
  const body = { subtotal: money(priceMinor), discount: money(0), delivery: money(0) };
  await tx
    .insertInto("quote")
    .values({
      id: newId(QuoteId),
      checkout_id: checkoutId,
      hash: "0".repeat(64),
      body: JSON.stringify({ ...body, taxIncluded: money(643) }),
    })
    .execute();
}

async function insertOrder(
  tx: Tx,
  orderId: OrderId,
  checkoutId: CheckoutId,
  { variantId, sku }: MadeVariant,
): Promise<void> {
  await sql`
    insert into orders (id, reference, checkout_id, principal_id, state, method, customer_name,
      customer_phone, currency, subtotal_minor, discount_minor, delivery_minor, fee_minor,
      tax_included_minor, total_minor, expires_at)
    select ${orderId}, ${newOrderReference()}, id, principal_id, 'pending_payment', 'pickup',
      'Meera Rao', '98860 00000', ${currency}, ${priceMinor}, 0, 0, 0, 643, ${priceMinor}, expires_at
    from checkout where id = ${checkoutId}
  `.execute(tx);
  await sql`
    insert into order_line (order_id, variant_id, position, sku, title, variant_title, hue,
      tax_rate_basis_points, quantity, unit_minor, total_minor, tax_included_minor)
    values (${orderId}, ${variantId}, 1, ${sku}, 'Kulfi', '', 'pistachio', 1200, 1, ${priceMinor},
      ${priceMinor}, 643)
  `.execute(tx);
}

async function openPage(tx: Tx, paymentId: PaymentId): Promise<void> {
  const id = newId(PaymentAttemptId);
  await tx
    .insertInto("payment_attempt")
    .values({
      id,
      payment_id: paymentId,
      attempt_no: 1,
      idempotency_key: `${id}:open`,
      params: "{}",
    })
    .execute();
  await transition(tx, "payment", paymentId, "open", mover);
  await tx
    .updateTable("payment")
    .set({ provider_session_id: `cs_${paymentId}`, provider_intent_id: `pi_${paymentId}` })
    .where("id", "=", paymentId)
    .execute();
}

type Account = "receivable" | "provider" | "cash_drawer" | "sales" | "refunds";

const book = (tx: Tx, order_id: OrderId, debit: Account, credit: Account, what: string) =>
  tx
    .insertInto("money_entry")
    .values({ order_id, debit, credit, amount_minor: priceMinor, currency, cause: what })
    .execute();

async function confirm(tx: Tx, { orderId, checkoutId }: MadeOrder): Promise<void> {
  await transition(tx, "orders", orderId, "pay", mover);
  await consumeClaims(tx, checkoutId, mover);
  await book(tx, orderId, "receivable", "sales", `sale:${orderId}`);
}

async function capture(tx: Tx, order: MadeOrder): Promise<void> {
  const { orderId, paymentId } = order;
  await transition(tx, "payment", paymentId, "capture", mover);
  await tx
    .updateTable("payment")
    .set({ captured_minor: priceMinor })
    .where("id", "=", paymentId)
    .execute();
  await book(tx, orderId, "provider", "receivable", `capture:${paymentId}`);
  await confirm(tx, order);
}

async function collect(tx: Tx, { orderId, paymentId }: MadeOrder): Promise<void> {
  for (const event of ["pack", "make_ready", "collect"] as const) {
    await transition(tx, "orders", orderId, event, mover);
  }
  await transition(tx, "payment", paymentId, "collect", mover);
  await book(tx, orderId, "cash_drawer", "receivable", `cash:${paymentId}`);
}

async function refund(tx: Tx, order: MadeOrder, id: RefundId): Promise<void> {
  const { orderId, checkoutId } = order;
  await transition(tx, "orders", orderId, "cancel", mover);
  await releaseClaims(tx, checkoutId, "release", mover);
  await book(tx, orderId, "sales", "receivable", `cancel:${orderId}`);
  await payBack(tx, order, id, `cancel:${orderId}`);
  await book(tx, orderId, "receivable", "provider", `refund:${id}`);
}

async function takeBack(
  tx: Tx,
  order: MadeOrder,
  { variantId, counterId, sku }: MadeVariant,
  id: RefundId,
): Promise<void> {
  const { orderId: order_id } = order;
  const requestId = newId(RefundRequestId);
  await transition(tx, "orders", order_id, "return", mover);
  await tx
    .insertInto("refund_request")
    .values({ id: requestId, order_id, state: "asked", reason: "melted" })
    .execute();
  await recordBirths(tx, "refund_request", [requestId], "asked", mover);
  await transition(tx, "refund_request", requestId, "approve", mover);
  await payBack(tx, order, id, `request:${requestId}`);
  await takeLines(tx, order_id, [{ variantId, quantity: 1 }]);
  await tx
    .insertInto("refund_line")
    .values({
      refund_id: id,
      order_id,
      variant_id: variantId,
      quantity: 1,
      amount_minor: priceMinor,
    })
    .execute();
  await tx
    .updateTable("refund_request")
    .set({ refund_id: id })
    .where("id", "=", requestId)
    .execute();
  await book(tx, order_id, "receivable", "cash_drawer", `refund:${id}`);
  await book(tx, order_id, "refunds", "receivable", `allowance:${id}`);
  await tx
    .updateTable("order_line")
    .set({ restocked_quantity: 1 })
    .where("order_id", "=", order_id)
    .execute();
  const cause = `return:${order_id}:${variantId}`;
  const entry = { counterId, sku, kind: "return", change: 1, cause, reason: "melted" } as const;
  await enterStock(tx, { ...entry, actor: mover.actor });
}

async function payBack(tx: Tx, { paymentId }: MadeOrder, id: RefundId, cause: string) {
  await tx
    .insertInto("refund")
    .values({
      id,
      payment_id: paymentId,
      state: "requested",
      amount_minor: priceMinor,
      reason: "brought back",
      cause,
      idempotency_key: `${id}:refund`,
    })
    .execute();
  await recordBirths(tx, "refund", [id], "requested", mover);
  await takePaid(tx, paymentId, priceMinor);
  await transition(tx, "refund", id, "succeed", mover);
}
