import type Stripe from "stripe";
import type { ApiCall } from "../protocol/api-call.ts";
import { LIST_PARAMS, listPage } from "../protocol/list-page.ts";
import type { Params } from "../protocol/params.ts";
import { forbiddenByState, invalidParam, noSuchObject } from "../protocol/stripe-refusal.ts";
import { nowSeconds } from "../simulator.ts";
import type { Simulator } from "../simulator.ts";
import type { CheckoutRecord } from "../state/state.ts";
import { newCheckoutSession } from "./checkout-session-object.ts";
import { currentCheckout, expireCheckout } from "./expire-checkout.ts";
import { newLineItem } from "./line-item-object.ts";
import { moneyText } from "./money-text.ts";

export const CREATE_SESSION_PARAMS = [
  "cancel_url",
  "client_reference_id",
  "currency",
  "customer_email",
  "expires_at",
  "line_items",
  "locale",
  "metadata",
  "mode",
  "payment_intent_data",
  "submit_type",
  "success_url",
  "ui_mode",
];
export const LIST_SESSIONS_PARAMS = [...LIST_PARAMS, "payment_intent", "status"];

const MIN_LIFETIME_SECONDS = 30 * 60;
const MAX_LIFETIME_SECONDS = 24 * 60 * 60;
const MAX_CLIENT_REFERENCE_LENGTH = 200;
const SUBMIT_TYPES = ["auto", "book", "donate", "pay"] as const;
/** The least that Stripe charges, in minor units; other currencies are not checked. */
const MINIMUM_CHARGE_MINOR: Readonly<Record<string, number>> = {
  inr: 50,
  usd: 50,
  eur: 50,
  gbp: 30,
};

/** POST /v1/checkout/sessions, for one-time payments on Stripe's own page. */
export function createCheckoutSession({ simulator, params }: ApiCall): Stripe.Checkout.Session {
  params.oneOf("mode", ["payment"]);
  params.oneOf("ui_mode", ["hosted_page"]);
  const created = nowSeconds(simulator);
  const lineItems = lineItemsOf(params, created);
  const currency = commonCurrency(lineItems, params);
  const intentData = params.nested("payment_intent_data");
  intentData?.acceptOnly(["description", "metadata"]);
  const session = newCheckoutSession({
    amount: chargeableTotal(lineItems, currency),
    currency,
    created,
    expiresAt: expiryOf(params, created),
    publicUrl: simulator.publicUrl,
    successUrl: params.requiredUrl("success_url"),
    cancelUrl: params.url("cancel_url") ?? null,
    clientReferenceId: clientReferenceOf(params),
    customerEmail: emailOf(params),
    metadata: params.metadata(),
    locale: params.text("locale") ?? null,
    submitType: params.oneOf("submit_type", SUBMIT_TYPES) ?? null,
  });
  const paymentIntentData = {
    metadata: intentData?.metadata() ?? {},
    description: intentData?.text("description") ?? null,
  };
  const record = { session, lineItems, paymentIntentData, authenticating: null };
  return simulator.state.checkouts.put(session.id, record).session;
}

export function retrieveCheckoutSession({ simulator, id }: ApiCall): Stripe.Checkout.Session {
  return checkoutById(simulator, id).session;
}

/** POST /v1/checkout/sessions/:id/expire. Only an open session can be expired. */
export function expireCheckoutSession({ simulator, id, cause }: ApiCall): Stripe.Checkout.Session {
  const record = checkoutById(simulator, id);
  if (record.session.status !== "open") {
    throw forbiddenByState(
      `Only Checkout Sessions with a status in ["open"] can be expired. ` +
        `This Checkout Session has a status of \`${record.session.status}\`.`,
    );
  }
  return expireCheckout(simulator, record, cause);
}

export function listCheckoutSessions({
  simulator,
  params,
}: ApiCall): Stripe.ApiList<Stripe.Checkout.Session> {
  const intent = params.text("payment_intent");
  const status = params.oneOf("status", ["open", "complete", "expired"]);
  const sessions = simulator.state.checkouts
    .newestFirst()
    .map((record) => record.session)
    .filter((session) => intent === undefined || session.payment_intent === intent)
    .filter((session) => status === undefined || session.status === status);
  return listPage(sessions, params, "/v1/checkout/sessions");
}

export function listSessionLineItems({ simulator, id }: ApiCall): Stripe.ApiList<Stripe.LineItem> {
  const data = checkoutById(simulator, id).lineItems;
  return { object: "list", url: `/v1/checkout/sessions/${id}/line_items`, has_more: false, data };
}

function checkoutById(simulator: Simulator, id: string): CheckoutRecord {
  const record = currentCheckout(simulator, id);
  if (record === undefined) throw noSuchObject("checkout.session", id, "session");
  return record;
}

function lineItemsOf(params: Params, created: number): Stripe.LineItem[] {
  const items = params.nestedList("line_items");
  if (items.length === 0) {
    throw invalidParam("Missing required param: line_items.", "line_items", "parameter_missing");
  }
  return items.map((item) => {
    item.acceptOnly(["price_data", "quantity"]);
    const price = item.requiredNested("price_data");
    price.acceptOnly(["currency", "product_data", "unit_amount"]);
    const product = price.requiredNested("product_data");
    // All but the name belong to the product, an object that this simulator does not serve.
    product.acceptOnly(["description", "images", "metadata", "name"]);
    return newLineItem({
      name: product.requiredText("name"),
      unitAmount: price.integerFrom("unit_amount", 0) ?? price.requiredInteger("unit_amount"),
      currency: price.requiredText("currency").toLowerCase(),
      quantity: item.integerFrom("quantity", 1) ?? item.requiredInteger("quantity"),
      created,
    });
  });
}

function commonCurrency(lineItems: readonly Stripe.LineItem[], params: Params): string {
  const currencies = new Set(lineItems.map((item) => item.currency));
  const wanted = params.text("currency")?.toLowerCase();
  if (wanted !== undefined) currencies.add(wanted);
  const [currency, ...others] = currencies;
  if (currency === undefined || others.length > 0) {
    throw invalidParam(
      "All prices on a Checkout Session must use the same currency.",
      "line_items",
    );
  }
  if (!Intl.supportedValuesOf("currency").includes(currency.toUpperCase())) {
    throw invalidParam(`Invalid currency: ${currency}.`, "currency");
  }
  return currency;
}

function chargeableTotal(lineItems: readonly Stripe.LineItem[], currency: string): number {
  const total = lineItems.reduce((sum, item) => sum + item.amount_total, 0);
  const minimum = MINIMUM_CHARGE_MINOR[currency] ?? 1;
  if (total >= minimum) return total;
  throw invalidParam(
    `The Checkout Session's total amount due must add up to at least ${moneyText(minimum, currency)} ${currency}`,
    undefined,
    "amount_too_small",
  );
}

/** A session lives from 30 minutes to 24 hours; 24 hours unless the caller says otherwise. */
function expiryOf(params: Params, created: number): number {
  const expiresAt = params.integer("expires_at") ?? created + MAX_LIFETIME_SECONDS;
  const rule =
    expiresAt < created + MIN_LIFETIME_SECONDS
      ? "at least 30 minutes"
      : expiresAt > created + MAX_LIFETIME_SECONDS
        ? "less than 24 hours"
        : null;
  if (rule === null) return expiresAt;
  throw invalidParam(
    `The \`expires_at\` timestamp must be ${rule} from Checkout Session creation.`,
    "expires_at",
  );
}

function clientReferenceOf(params: Params): string | null {
  const reference = params.text("client_reference_id") ?? null;
  if (reference === null || reference.length <= MAX_CLIENT_REFERENCE_LENGTH) return reference;
  throw invalidParam(
    `Invalid string: must be at most ${MAX_CLIENT_REFERENCE_LENGTH} characters`,
    "client_reference_id",
  );
}

function emailOf(params: Params): string | null {
  const email = params.text("customer_email") ?? null;
  if (email === null || /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)) return email;
  throw invalidParam(`Invalid email address: ${email}`, "customer_email", "email_invalid");
}
