import type { Quote } from "@tuckshop/contracts/checkout";
import { newId, PaymentAttemptId, PaymentId } from "@tuckshop/contracts/ids";
import { enqueue } from "@tuckshop/db/atomic/enqueue";
import { bear, type Mover } from "@tuckshop/db/atomic/transition";
import type { Tx } from "@tuckshop/db/schema";
import type { RawBuilder } from "kysely";
import type { Stripe } from "stripe";
import type { LockedOrder } from "../orders/order-record.ts";

export type CardPayment = {
  order: Pick<
    LockedOrder["order"],
    "id" | "reference" | "checkout_id" | "total_minor" | "currency" | "customer_email"
  >;
  quote: Quote;
  publicUrl: string;
  /** Until when its page may be paid, where the order does not wait for it. */
  payBy?: RawBuilder<string>;
};

/** The request usually opens the page itself, right after its commit; the job is for when it cannot. */
const openingDelaySeconds = 5;

/**
 * A card payment and its first attempt, with the provider's key and the exact parameters written
 * before any call is made: a repeat, by whoever, sends the very same request (`idempotency.md` I17).
 */
export async function createCardPayment(tx: Tx, card: CardPayment, mover: Mover): Promise<void> {
  const { order, payBy } = card;
  const id = newId(PaymentId);
  const attemptId = newId(PaymentAttemptId);
  const { id: order_id, total_minor: amount_minor, currency } = order;
  const payment = { id, order_id, amount_minor, currency, ...(payBy && { pay_by: payBy }) };
  await bear(tx, "payment", { ...payment, method: "card", state: "created" }, mover);
  await tx
    .insertInto("payment_attempt")
    .values({
      id: attemptId,
      payment_id: id,
      attempt_no: 1,
      idempotency_key: `${attemptId}:open`,
      params: JSON.stringify(sessionParams(card, id)),
    })
    .execute();
  const delaySeconds = openingDelaySeconds;
  await enqueue(tx, "payment.open", { paymentId: id }, { delaySeconds });
}

/** One line with the order's total: the provider charges exactly what the buyer agreed to. */
function sessionParams(
  { order, quote, publicUrl }: CardPayment,
  paymentId: PaymentId,
): Stripe.Checkout.SessionCreateParams {
  const metadata = { order_id: order.id, payment_id: paymentId };
  const returnUrl = `${publicUrl}/checkout/${order.checkout_id}/return?reference=${order.reference}`;
  const items = quote.lines.map((line) => `${line.quantity} × ${line.title}`).join(", ");
  return {
    mode: "payment",
    client_reference_id: order.reference,
    line_items: [
      {
        quantity: 1,
        price_data: {
          currency: order.currency.toLowerCase(),
          unit_amount: order.total_minor,
          product_data: { name: `Order ${order.reference}`, description: items.slice(0, 500) },
        },
      },
    ],
    metadata,
    payment_intent_data: { metadata },
    ...(order.customer_email ? { customer_email: order.customer_email } : {}),
    success_url: returnUrl,
    cancel_url: `${returnUrl}&cancelled=1`,
  };
}
