import type Stripe from "stripe";
import type { CardOnPage } from "../state/state.ts";
import { newId } from "../state/new-id.ts";

export interface CardFailure {
  readonly code: Stripe.PaymentIntent.LastPaymentError.Code;
  readonly declineCode: string | null;
  readonly message: string;
}

export interface NewCharge {
  readonly intent: Stripe.PaymentIntent;
  readonly card: CardOnPage;
  readonly created: number;
  readonly email: string | null;
  readonly authenticated: boolean;
  /** Why the issuer said no; a charge that failed took no money. */
  readonly failure: CardFailure | null;
}

/** A charge: one attempt to take the money of a payment intent from a card. */
export function newCharge(wanted: NewCharge): Stripe.Charge {
  const { intent, card, created, email, failure } = wanted;
  const paid = failure === null;
  return {
    id: newId("ch"),
    object: "charge",
    amount: intent.amount,
    amount_captured: paid ? intent.amount : 0,
    amount_refunded: 0,
    balance_transaction: paid ? newId("txn") : null,
    billing_details: { address: null, email, name: card.name, phone: null, tax_id: null },
    captured: paid,
    created,
    currency: intent.currency,
    description: intent.description,
    failure_code: failure?.code ?? null,
    failure_message: failure?.message ?? null,
    livemode: false,
    metadata: intent.metadata,
    outcome: outcomeOf(failure),
    paid,
    payment_intent: intent.id,
    payment_method: newId("pm"),
    payment_method_details: { type: "card", card: cardDetails(wanted) },
    refunded: false,
    status: paid ? "succeeded" : "failed",
    ...UNUSED_FEATURES,
  };
}

function outcomeOf(failure: CardFailure | null): Stripe.Charge.Outcome {
  return {
    advice_code: null,
    network_advice_code: null,
    network_decline_code: null,
    network_status: failure === null ? "approved_by_network" : "declined_by_network",
    reason: failure?.declineCode ?? null,
    risk_level: "normal",
    risk_score: 12,
    seller_message:
      failure === null ? "Payment complete." : "The bank did not return any further details.",
    type: failure === null ? "authorized" : "issuer_declined",
  };
}

function cardDetails({ intent, card, authenticated, failure }: NewCharge) {
  return {
    amount_authorized: failure === null ? intent.amount : null,
    authorization_code: null,
    brand: card.brand,
    checks: { address_line1_check: null, address_postal_code_check: null, cvc_check: "pass" },
    country: "IN",
    electronic_commerce_indicator: null,
    exp_month: card.expMonth,
    exp_year: card.expYear,
    funding: "credit",
    installments: null,
    last4: card.last4,
    mandate: null,
    network: card.brand,
    network_transaction_id: null,
    regulated_status: "unregulated",
    three_d_secure: authenticated ? AUTHENTICATED : null,
    transaction_link_id: null,
    wallet: null,
  } satisfies Stripe.Charge.PaymentMethodDetails.Card;
}

const AUTHENTICATED = {
  authentication_flow: "challenge",
  electronic_commerce_indicator: "05",
  exemption_indicator: null,
  result: "authenticated",
  result_reason: null,
  transaction_id: null,
  version: "2.2.0",
} satisfies Stripe.Charge.PaymentMethodDetails.Card.ThreeDSecure;

const UNUSED_FEATURES = {
  application: null,
  application_fee: null,
  application_fee_amount: null,
  calculated_statement_descriptor: "TUCKSHOP",
  customer: null,
  disputed: false,
  failure_balance_transaction: null,
  fraud_details: {},
  on_behalf_of: null,
  receipt_email: null,
  receipt_number: null,
  receipt_url: null,
  review: null,
  shipping: null,
  source: null,
  source_transfer: null,
  statement_descriptor: null,
  statement_descriptor_suffix: null,
  transfer_data: null,
  transfer_group: null,
} satisfies Partial<Stripe.Charge>;
