import type { PlacedOrder } from "@tuckshop/contracts/checkout";
import { ShopError } from "@tuckshop/contracts/errors";
import type { OrderReference, PrincipalId } from "@tuckshop/contracts/ids";
import type { OrderState, PaymentState } from "@tuckshop/contracts/machines";
import { money } from "@tuckshop/contracts/money";
import { transition } from "@tuckshop/db/atomic/transition";
import type { Tx } from "@tuckshop/db/schema";
import { sql } from "kysely";
import { lockOrder } from "../orders/order-record.ts";
import { createCardPayment } from "./create-card-payment.ts";
import { recordMoney } from "./record-money.ts";
import { repriceOrder } from "./reprice-order.ts";

/** Nobody is at the door with an open hand yet. */
const inTheShop: readonly OrderState[] = ["confirmed", "packed", "ready_for_pickup"];

export const mayPayByCard = (order: OrderState, payment: PaymentState): boolean =>
  payment === "due" && inTheShop.includes(order);

/** As long as goods are held for an unpaid order. */
const payBy = sql<string>`(select now() + make_interval(mins => hold_minutes) from shop)`;

/**
 * Turns a cash order that has not been handed over into one that is paid by card. The cash is waived,
 * its fee comes off and the card payment is made in this commit; the order stays confirmed. If nobody
 * pays the page in time, `endUnpaid` brings the cash back.
 */
export async function payCard(
  tx: Tx,
  principalId: PrincipalId,
  reference: OrderReference,
  publicUrl: string,
): Promise<PlacedOrder> {
  const { order, payment } = await lockOrder(tx, { reference, principalId });
  const { state } = order;
  if (payment.method === "card") {
    const total = money(order.total_minor, order.currency);
    return { reference, state, paymentMethod: "card", total };
  }
  if (!mayPayByCard(state, payment.state)) {
    throw new ShopError({
      code: "ILLEGAL_TRANSITION",
      entity: "order",
      event: "pay by card",
      state,
    });
  }
  const mover = { actor: principalId, cause: "card instead" };
  await transition(tx, "payment", payment.id, "waive", mover);
  const repriced = await repriceOrder(tx, order.id, "card");
  await recordMoney(tx, {
    orderId: order.id,
    debit: "sales",
    credit: "receivable",
    amountMinor: order.total_minor - repriced.total_minor,
    currency: order.currency,
    cause: `no-fee:${payment.id}`,
  });
  const { body: quote } = await tx
    .selectFrom("quote")
    .select("body")
    .where("checkout_id", "=", order.checkout_id)
    .executeTakeFirstOrThrow();
  await createCardPayment(tx, { order: repriced, quote, publicUrl, payBy }, mover);
  const total = money(repriced.total_minor, repriced.currency);
  return { reference, state, paymentMethod: "card", total };
}
