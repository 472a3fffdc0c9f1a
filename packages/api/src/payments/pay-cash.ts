import type { PlacedOrder } from "@tuckshop/contracts/checkout";
import { ShopError } from "@tuckshop/contracts/errors";
import type { OrderReference, PrincipalId } from "@tuckshop/contracts/ids";
import { money } from "@tuckshop/contracts/money";
import type { Tx } from "@tuckshop/db/schema";
import { confirmOrder } from "../orders/confirm-order.ts";
import { lockOrder } from "../orders/order-record.ts";
import { createCashPayment } from "./create-cash-payment.ts";
import { repriceOrder } from "./reprice-order.ts";

/**
 * Turns an unpaid card order into a cash order. Its card payment must have been closed at the
 * provider before (`closeCardPayment`), so that two live payments never stand side by side. An order
 * that turned out to be paid, or that went back to cash by itself, answers as what it is.
 */
export async function payCash(
  tx: Tx,
  principalId: PrincipalId,
  reference: OrderReference,
): Promise<PlacedOrder> {
  const { order, payment } = await lockOrder(tx, { reference, principalId });
  const total = money(order.total_minor, order.currency);
  if (payment.state === "created" || payment.state === "open") {
    throw new ShopError({ code: "PAYMENT_UNAVAILABLE", retryAfterSeconds: 2 });
  }
  if (order.state !== "pending_payment") {
    return { reference, state: order.state, paymentMethod: payment.method, total };
  }
  const repriced = await repriceOrder(tx, order.id, "cash");
  await createCashPayment(tx, repriced, { actor: principalId });
  await confirmOrder(tx, repriced, "pay", { actor: principalId, cause: "cash instead" });
  return {
    reference,
    state: "confirmed",
    paymentMethod: "cash",
    total: money(repriced.total_minor, repriced.currency),
  };
}
