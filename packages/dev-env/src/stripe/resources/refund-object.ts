import type Stripe from "stripe";
import { newId, randomText } from "../state/new-id.ts";

export interface NewRefund {
  readonly charge: Stripe.Charge;
  readonly amount: number;
  readonly created: number;
  readonly reason: Stripe.Refund.Reason | null;
  readonly metadata: Stripe.Metadata;
}

/** A refund to a card: Stripe answers it as succeeded at once. */
export function newRefund({ charge, amount, created, reason, metadata }: NewRefund): Stripe.Refund {
  return {
    id: newId("re"),
    object: "refund",
    amount,
    balance_transaction: newId("txn"),
    charge: charge.id,
    created,
    currency: charge.currency,
    customer: null,
    customer_account: null,
    destination_details: cardDestination({ reference_status: "pending" }),
    metadata,
    payment_intent: charge.payment_intent,
    payment_method: charge.payment_method,
    reason,
    receipt_number: null,
    source_transfer_reversal: null,
    status: "succeeded",
    transfer_reversal: null,
  };
}

/** The refund once the card network has given it the reference that a customer can ask for. */
export function withNetworkReference(refund: Stripe.Refund): Stripe.Refund {
  const reference = randomText(23);
  return {
    ...refund,
    destination_details: cardDestination({ reference_status: "available", reference }),
  };
}

/** The refund once the bank has sent it back. */
export const bounced = (refund: Stripe.Refund): Stripe.Refund => ({
  ...refund,
  status: "failed",
  failure_reason: "expired_or_canceled_card",
  failure_balance_transaction: newId("txn"),
});

function cardDestination(
  known: Pick<Stripe.Refund.DestinationDetails.Card, "reference" | "reference_status">,
): Stripe.Refund.DestinationDetails {
  const card = { ...known, reference_type: "acquirer_reference_number", type: "refund" } as const;
  return { card, type: "card" };
}
