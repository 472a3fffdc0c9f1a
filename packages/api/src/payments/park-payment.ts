import type { PaymentId } from "@tuckshop/contracts/ids";
import type { Tx } from "@tuckshop/db/schema";
import { sql } from "kysely";
import type { Capture } from "./capture.ts";

/** Leaves a payment for the staff to decide about, once: no sweep touches it until they did. */
export async function parkPayment(
  tx: Tx,
  paymentId: PaymentId,
  reason: string,
  capture?: Capture,
): Promise<void> {
  await tx
    .updateTable("payment")
    .set({
      parked_reason: reason,
      parked_at: sql<string>`now()`,
      ...(capture && {
        provider_captured_minor: capture.amountMinor,
        provider_currency: capture.currency,
        provider_intent_id: capture.intentId,
      }),
    })
    .where("id", "=", paymentId)
    .where("state", "in", ["created", "open"])
    .where("parked_reason", "is", null)
    .execute();
}
