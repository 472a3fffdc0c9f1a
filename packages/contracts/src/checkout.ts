import * as z from "zod/mini";
import { CheckoutId, OrderReference, Sku, VariantId } from "./ids.ts";
import { checkoutMachine, orderMachine } from "./machines.ts";
import { Money } from "./money.ts";
import { Timestamp } from "./page.ts";
import { Hue } from "./shop.ts";

export const Pincode = z.string().check(z.regex(/^[1-9][0-9]{5}$/));

export const Fulfilment = z.discriminatedUnion("method", [
  z.object({ method: z.literal("pickup") }),
  z.object({ method: z.literal("delivery"), pincode: Pincode }),
]);
export type Fulfilment = z.infer<typeof Fulfilment>;
export const FulfilmentMethod = z.enum(["pickup", "delivery"]);
export type FulfilmentMethod = z.infer<typeof FulfilmentMethod>;

export const PaymentMethod = z.enum(["card", "cash"]);
export type PaymentMethod = z.infer<typeof PaymentMethod>;

export const QuoteLine = z.object({
  variantId: VariantId,
  sku: Sku,
  title: z.string(),
  variantTitle: z.string(),
  hue: Hue,
  quantity: z.int(),
  unitPrice: Money,
  lineTotal: Money,
  /** Contained in `lineTotal`: prices include tax. */
  taxIncluded: Money,
});
export type QuoteLine = z.infer<typeof QuoteLine>;

/** What the shopper was shown. It never changes; anything that would change it makes a new one. */
export const Quote = z.object({
  hash: z.string(),
  lines: z.array(QuoteLine),
  subtotal: Money,
  discount: Money,
  delivery: Money,
  taxIncluded: Money,
  /** The total depends on how one pays; `fee` is in `total`. */
  payments: z.array(z.object({ method: PaymentMethod, fee: Money, total: Money })),
});
export type Quote = z.infer<typeof Quote>;

export const Checkout = z.object({
  id: CheckoutId,
  state: z.enum(checkoutMachine.states),
  fulfilment: z.object({
    method: FulfilmentMethod,
    pincode: z.nullable(z.string()),
    area: z.nullable(z.string()),
  }),
  quote: Quote,
  holdExpiresAt: Timestamp,
  /** How often `extendHold` can still make the hold longer. */
  extensionsLeft: z.int(),
  serverNow: Timestamp,
  /** The order this checkout became. */
  reference: z.nullable(OrderReference),
});
export type Checkout = z.infer<typeof Checkout>;

export const StartCheckout = z.object({
  bagVersion: z.int().check(z.nonnegative()),
  fulfilment: Fulfilment,
});
export type StartCheckout = z.infer<typeof StartCheckout>;

export const CheckoutById = z.object({ checkoutId: CheckoutId });

export const holdExtensionsMax = 10;

const line = (most: number) => z.string().check(z.trim(), z.minLength(1), z.maxLength(most));

export const Contact = z.object({
  name: line(120),
  /** With or without the country code: `98860 00000`, `+91 98860 00000`. */
  phone: z.string().check(z.trim(), z.regex(/^\+?[0-9][0-9 ()-]{7,18}$/)),
  email: z.optional(z.email().check(z.maxLength(254))),
});
export type Contact = z.infer<typeof Contact>;

export const Address = z.object({
  line1: line(200),
  line2: z.optional(line(200)),
  landmark: z.optional(line(120)),
});
export type Address = z.infer<typeof Address>;

/** The quote and the total that the buyer saw travel along, so a change is refused, not charged. */
export const PlaceOrder = z.object({
  checkoutId: CheckoutId,
  quoteHash: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
  expectedTotal: Money,
  paymentMethod: PaymentMethod,
  contact: Contact,
  address: z.optional(Address),
  note: z.optional(line(500)),
});
export type PlaceOrder = z.infer<typeof PlaceOrder>;

export const PlacedOrder = z.object({
  reference: OrderReference,
  state: z.enum(orderMachine.states),
  paymentMethod: PaymentMethod,
  total: Money,
});
export type PlacedOrder = z.infer<typeof PlacedOrder>;
