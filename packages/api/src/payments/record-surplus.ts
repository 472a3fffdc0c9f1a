import { newId, PaymentId } from "@tuckshop/contracts/ids";
import { recordBirths } from "@tuckshop/db/atomic/transition";
import type { Tx } from "@tuckshop/db/schema";
import type { LockedOrder } from "../orders/order-record.ts";
import type { Capture } from "./capture.ts";
import { recordMoney } from "./record-money.ts";
import { requestRefund } from "./request-refund.ts";

/**
 * Money that no payment of this order waits for: a second time, or after the end. It is booked apart
 * and goes back in full, once for each capture, for the provider's id of a capture is unique.
 */
export async function recordSurplus(
  tx: Tx,
  order: LockedOrder["order"],
  { sessionId, intentId, amountMinor, currency }: Capture,
  reason: string,
): Promise<void> {
  if (currency !== order.currency || intentId === null) {
    throw new Error(`${sessionId} is paid in ${currency}, and must be refunded at the provider.`);
  }
  const mover = { actor: "provider.sweep", cause: sessionId };
  const id = newId(PaymentId);
  const surplus = await tx
    .insertInto("payment")
    .values({
      id,
      order_id: order.id,
      method: "card",
      state: "surplus",
      amount_minor: amountMinor,
      captured_minor: amountMinor,
      currency: order.currency,
      provider_intent_id: intentId,
    })
    .onConflict((oc) => oc.column("provider_intent_id").doNothing())
    .returningAll()
    .executeTakeFirst();
  if (!surplus) return;
  await recordBirths(tx, "payment", [id], "surplus", mover);
  await recordMoney(tx, {
    orderId: order.id,
    debit: "provider",
    credit: "surplus",
    amountMinor,
    currency: order.currency,
    cause: `capture:${id}`,
  });
  await requestRefund(tx, surplus, { amountMinor, reason, cause: `surplus:${id}` }, mover);
}
