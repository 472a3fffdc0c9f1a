import * as z from "zod/mini";
import { PaymentMethod } from "./checkout.ts";
import { OrderReference } from "./ids.ts";
import { orderMachine, paymentMachine, refundMachine } from "./machines.ts";
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

export const RefundSummary = z.object({
  state: z.enum(refundMachine.states),
  amount: Money,
  reason: z.string(),
});
