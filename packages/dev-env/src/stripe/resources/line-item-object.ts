import type Stripe from "stripe";
import { newId } from "../state/new-id.ts";

export interface NewLineItem {
  readonly name: string;
  readonly unitAmount: number;
  readonly currency: string;
  readonly quantity: number;
  readonly created: number;
}

/** A line item of a Checkout Session, with the price that Stripe makes of its `price_data`. */
export function newLineItem(wanted: NewLineItem): Stripe.LineItem {
  const total = wanted.unitAmount * wanted.quantity;
  return {
    id: newId("li"),
    object: "item",
    adjustable_quantity: null,
    amount_discount: 0,
    amount_subtotal: total,
    amount_tax: 0,
    amount_total: total,
    currency: wanted.currency,
    description: wanted.name,
    metadata: {},
    price: inlinePrice(wanted),
    quantity: wanted.quantity,
  };
}

function inlinePrice({ unitAmount, currency, created }: NewLineItem): Stripe.Price {
  return {
    id: newId("price"),
    object: "price",
    // A price made of price_data serves one session only, so Stripe shows it as archived.
    active: false,
    billing_scheme: "per_unit",
    created,
    currency,
    custom_unit_amount: null,
    livemode: false,
    lookup_key: null,
    metadata: {},
    nickname: null,
    product: newId("prod", 14),
    recurring: null,
    tax_behavior: "unspecified",
    tiers_mode: null,
    transform_quantity: null,
    type: "one_time",
    unit_amount: unitAmount,
    // A cast: the wire carries text, of which the SDK makes the Decimal of its types
    unit_amount_decimal: String(unitAmount) as unknown as Stripe.Decimal,
  };
}
