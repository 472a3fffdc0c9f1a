import type Stripe from "stripe";
import { newId } from "../state/new-id.ts";

export interface NewCheckoutSession {
  readonly amount: number;
  readonly currency: string;
  readonly created: number;
  readonly expiresAt: number;
  readonly publicUrl: string;
  readonly successUrl: string;
  readonly cancelUrl: string | null;
  readonly clientReferenceId: string | null;
  readonly customerEmail: string | null;
  readonly metadata: Stripe.Metadata;
  readonly locale: Stripe.Checkout.Session["locale"];
  readonly submitType: Stripe.Checkout.Session["submit_type"];
}

/** A Checkout Session as Stripe answers its creation: open, unpaid, with no payment intent yet. */
export function newCheckoutSession(wanted: NewCheckoutSession): Stripe.Checkout.Session {
  const id = newId("cs_test", 58);
  return {
    id,
    object: "checkout.session",
    ...amountsOf(wanted),
    cancel_url: wanted.cancelUrl,
    client_reference_id: wanted.clientReferenceId,
    created: wanted.created,
    customer_details:
      wanted.customerEmail === null ? null : customerDetails(wanted.customerEmail, null),
    customer_email: wanted.customerEmail,
    expires_at: wanted.expiresAt,
    livemode: false,
    locale: wanted.locale,
    metadata: wanted.metadata,
    mode: "payment",
    payment_intent: null,
    payment_method_types: ["card"],
    payment_status: "unpaid",
    status: "open",
    submit_type: wanted.submitType,
    success_url: wanted.successUrl,
    ui_mode: "hosted_page",
    url: `${wanted.publicUrl}/c/pay/${id}`,
    ...UNUSED_FEATURES,
  };
}

/** Who paid, as the payment page learned it. */
export function customerDetails(
  email: string | null,
  name: string | null,
): Stripe.Checkout.Session.CustomerDetails {
  return {
    address: null,
    business_name: null,
    email,
    individual_name: null,
    name,
    phone: null,
    tax_exempt: "none",
    tax_ids: null,
  };
}

function amountsOf({ amount, currency }: NewCheckoutSession) {
  return {
    amount_subtotal: amount,
    amount_total: amount,
    currency,
    total_details: { amount_discount: 0, amount_shipping: 0, amount_tax: 0 },
  };
}

/** Fields that Stripe always sends, for features that a session here never uses. */
const UNUSED_FEATURES = {
  adaptive_pricing: { enabled: false },
  after_expiration: null,
  allow_promotion_codes: null,
  allowed_payment_method_types: null,
  automatic_tax: { enabled: false, liability: null, provider: null, status: null },
  billing_address_collection: null,
  client_secret: null,
  collected_information: null,
  consent: null,
  consent_collection: null,
  currency_conversion: null,
  custom_fields: [],
  custom_text: {
    after_submit: null,
    shipping_address: null,
    submit: null,
    terms_of_service_acceptance: null,
  },
  customer: null,
  customer_account: null,
  customer_creation: "if_required",
  discounts: [],
  integration_identifier: null,
  invoice: null,
  invoice_creation: null,
  managed_payments: null,
  origin_context: null,
  payment_link: null,
  payment_method_collection: "if_required",
  payment_method_configuration_details: null,
  payment_method_options: null,
  permissions: null,
  phone_number_collection: { enabled: false },
  recovered_from: null,
  saved_payment_method_options: null,
  setup_intent: null,
  shipping_address_collection: null,
  shipping_cost: null,
  shipping_options: [],
  subscription: null,
  wallet_options: null,
} satisfies Partial<Stripe.Checkout.Session>;
