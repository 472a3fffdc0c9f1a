import { newId, PaymentId } from "@tuckshop/contracts/ids";
import { recordBirths, type Mover } from "@tuckshop/db/atomic/transition";
import type { Tx } from "@tuckshop/db/schema";
import type { LockedOrder } from "../orders/order-record.ts";
import { knownCurrency, type Capture } from "./capture.ts";
import { recordMoney } from "./record-money.ts";
import { requestRefund } from "./request-refund.ts";

/**
 * Money that no payment of this order waits for: a second time, after the end, or of another currency.
 * It is booked apart, in its own currency, and goes back in full, once for each capture, for the
 * provider's id of a capture is unique.
 */
export async function recordSurplus(
  tx: Tx,
  order: LockedOrder["order"],
  { sessionId, intentId, amountMinor, ...capture }: Capture,
  reason: string,
  mover: Mover = { actor: "provider.sweep", cause: sessionId },
): Promise<void> {
  const currency = knownCurrency(capture.currency);
  if (currency === null || intentId === null) {
    const paid = `${amountMinor} ${capture.currency}`;
    throw new Error(`${sessionId} was paid with ${paid}, and must be refunded at the provider.`);
  }
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
      currency,
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
    currency,
    cause: `capture:${id}`,
  });
  await requestRefund(tx, surplus, { amountMinor, reason, cause: `surplus:${id}` }, mover);
}
