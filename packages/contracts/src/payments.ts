import * as z from "zod/mini";
import { PaymentMethod } from "./checkout.ts";
import { OrderId, OrderReference, PaymentId } from "./ids.ts";
import { orderMachine, paymentMachine } from "./machines.ts";
import { Money } from "./money.ts";
import { Timestamp } from "./page.ts";

export const OrderByReference = z.object({ reference: OrderReference });

/** Where to go to pay: the provider's page, or nowhere because it is settled or over. */
export const OpenedPayment = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("redirect"), url: z.url() }),
  z.object({ kind: z.literal("settled") }),
  z.object({ kind: z.literal("closed"), state: z.enum(orderMachine.states) }),
]);
export type OpenedPayment = z.infer<typeof OpenedPayment>;

/** What is known about the money of one order; `asked` tells whether the provider could be reached just now. */
export const PaymentStatus = z.object({
  reference: OrderReference,
  orderState: z.enum(orderMachine.states),
  method: PaymentMethod,
  paymentState: z.enum(paymentMachine.states),
  amount: Money,
  asked: z.boolean(),
  holdExpiresAt: z.nullable(Timestamp),
});
export type PaymentStatus = z.infer<typeof PaymentStatus>;

/** A payment whose provider reported another amount than ours: what it said, and what may be decided. */
export const ParkedPayment = z.object({
  paymentId: PaymentId,
  reason: z.string(),
  since: Timestamp,
  /** What the provider captured, in the currency it says, which may not be the order's. */
  captured: z.nullable(Money),
  /** Null when the decision is open; else why not. */
  cannotRefund: z.nullable(z.string()),
  cannotAccept: z.nullable(z.string()),
});
export type ParkedPayment = z.infer<typeof ParkedPayment>;

export const SettleParked = z.object({
  orderId: OrderId,
  paymentId: PaymentId,
  decision: z.enum(["refund", "accept"]),
  reason: z.optional(z.string().check(z.trim(), z.minLength(1), z.maxLength(300))),
});
export type SettleParked = z.infer<typeof SettleParked>;
