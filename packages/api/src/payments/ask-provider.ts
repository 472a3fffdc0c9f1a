import { ShopError } from "@tuckshop/contracts/errors";
import type { OrderReference, PrincipalId } from "@tuckshop/contracts/ids";
import type { OpenedPayment, PaymentStatus } from "@tuckshop/contracts/payments";
import type { TaskContext } from "../task.ts";
import { closePayment } from "./close-payment.ts";
import { openPayment } from "./open-payment.ts";
import { isOutage, isUnreached } from "./provider.ts";
import { renewCardPayment } from "./renew-card-payment.ts";
import { paymentOf, statusOf } from "./queries.ts";
import { syncPayment } from "./sync-payment.ts";

/** Where the shopper goes to pay: the same page however often they ask, or nowhere once it is settled. */
export async function openPaymentPage(
  context: TaskContext,
  principalId: PrincipalId,
  reference: OrderReference,
): Promise<OpenedPayment> {
  await context.db
    .transaction()
    .execute((tx) => renewCardPayment(tx, principalId, reference, context.publicUrl));
  const { id: paymentId } = await paymentOf(context.db, principalId, reference);
  await asking(context, () => openPayment(context, { paymentId }));
  const { orderState, paymentState, url } = await paymentOf(context.db, principalId, reference);
  const mayPay = orderState !== "expired" && orderState !== "cancelled";
  if (mayPay && paymentState === "open" && url) return { kind: "redirect", url };
  if (mayPay && (paymentState === "created" || orderState === "pending_payment")) {
    throw new ShopError({ code: "PAYMENT_UNAVAILABLE", retryAfterSeconds: 2 });
  }
  if (orderState === "expired" || orderState === "cancelled") {
    return { kind: "closed", state: orderState };
  }
  return { kind: "settled" };
}

/** How the money stands, asked of the provider just now if it answers: `asked` tells whether it did. */
export async function askPayment(
  context: TaskContext,
  principalId: PrincipalId,
  reference: OrderReference,
): Promise<PaymentStatus> {
  const { id: paymentId } = await paymentOf(context.db, principalId, reference);
  const asked = await reached(context, () => syncPayment(context, { paymentId }));
  return statusOf(reference, await paymentOf(context.db, principalId, reference), asked);
}

/** Ends the card payment at the provider, before anything else may take its place. */
export async function closeCardPayment(
  context: TaskContext,
  principalId: PrincipalId,
  reference: OrderReference,
): Promise<void> {
  const { id: paymentId } = await paymentOf(context.db, principalId, reference);
  await asking(context, () => closePayment(context, { paymentId }));
}

async function asking(context: TaskContext, ask: () => Promise<void>): Promise<void> {
  if (await reached(context, ask)) return;
  throw new ShopError({ code: "PAYMENT_UNAVAILABLE", retryAfterSeconds: 2 });
}

/** Whether the provider answered. When it did not, the worker goes on asking. */
async function reached({ log }: TaskContext, ask: () => Promise<void>): Promise<boolean> {
  try {
    await ask();
    return true;
  } catch (error) {
    if (!isUnreached(error)) throw error;
    if (isOutage(error)) log.warn({ err: error }, "payment provider did not answer");
    else log.error({ err: error }, "payment provider refused what we asked");
    return false;
  }
}
