import * as z from "zod/mini";
import { FulfilmentMethod, PaymentMethod, QuoteLine } from "./checkout.ts";
import { OrderId, OrderReference } from "./ids.ts";
import { orderMachine, paymentMachine } from "./machines.ts";
import { Money, SignedMoney } from "./money.ts";
import { PageInput, Timestamp, pageOf } from "./page.ts";
import { ParkedPayment } from "./payments.ts";
import { RefundRequestSummary, RefundSummary } from "./refunds.ts";

const OrderState = z.enum(orderMachine.states);

export const OrderAmounts = z.object({
  subtotal: Money,
  discount: Money,
  delivery: Money,
  fee: Money,
  taxIncluded: Money,
  total: Money,
});
export type OrderAmounts = z.infer<typeof OrderAmounts>;

/** One thing that happened to an order or to its payment. */
export const OrderHappening = z.object({
  subject: z.enum(["order", "payment", "refund", "refund_request"]),
  /** Null at birth. */
  event: z.nullable(z.string()),
  from: z.nullable(z.string()),
  to: z.string(),
  actor: z.string(),
  cause: z.nullable(z.string()),
  at: Timestamp,
});
export type OrderHappening = z.infer<typeof OrderHappening>;

export const OrderLine = z.object({
  ...QuoteLine.shape,
  /** How many of it were refunded, or are about to be. */
  refundedQuantity: z.int(),
});
export type OrderLine = z.infer<typeof OrderLine>;

const orderBody = {
  reference: OrderReference,
  state: OrderState,
  version: z.int(),
  placedAt: Timestamp,
  fulfilment: z.object({
    method: FulfilmentMethod,
    pincode: z.nullable(z.string()),
    area: z.nullable(z.string()),
    address: z.nullable(z.string()),
  }),
  lines: z.array(OrderLine),
  amounts: OrderAmounts,
  payment: z.object({
    method: PaymentMethod,
    state: z.enum(paymentMachine.states),
    amount: Money,
  }),
  refunds: z.array(RefundSummary),
  /** What was paid, and neither refunded yet nor on its way back. */
  refundable: Money,
  /** The newest one. */
  refundRequest: z.nullable(RefundRequestSummary),
  happenings: z.array(OrderHappening),
};

/** `token` is the key in the confirmation mail; the device that ordered needs none. */
export const TrackOrder = z.object({
  reference: OrderReference,
  token: z.optional(z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/))),
});
export type TrackOrder = z.infer<typeof TrackOrder>;

/** A hint that an order moved, or that hints were missed: whoever hears it reads the order anew. */
export const OrderChange = z.object({ orderId: z.nullable(OrderId) });
export type OrderChange = z.infer<typeof OrderChange>;

export const TrackedOrder = z.object({
  ...orderBody,
  customerName: z.string(),
  holdExpiresAt: z.nullable(Timestamp),
  canCancel: z.boolean(),
  canRequestRefund: z.boolean(),
  /** A cash order that may still be paid by card. */
  canPayByCard: z.boolean(),
});
export type TrackedOrder = z.infer<typeof TrackedOrder>;

export const StaffAction = z.enum([
  "pack",
  "dispatch",
  "fail_delivery",
  "deliver",
  "make_ready",
  "collect",
  "cancel",
]);
export type StaffAction = z.infer<typeof StaffAction>;

/** A button: what it does, whether it may, and if not why not. */
export const AllowedAction = z.object({
  action: StaffAction,
  label: z.string(),
  enabled: z.boolean(),
  reason: z.nullable(z.string()),
  danger: z.boolean(),
});
export type AllowedAction = z.infer<typeof AllowedAction>;

export const StaffOrder = z.object({
  id: OrderId,
  ...orderBody,
  customer: z.object({
    name: z.string(),
    phone: z.string(),
    email: z.nullable(z.string()),
    note: z.nullable(z.string()),
  }),
  actions: z.array(AllowedAction),
  /** Null when this person may refund now; else why not. */
  cannotRefund: z.nullable(z.string()),
  /** Null when this person may take goods back now; else why not. */
  cannotReturn: z.nullable(z.string()),
  parked: z.nullable(ParkedPayment),
});
export type StaffOrder = z.infer<typeof StaffOrder>;

export const StaffOrderRow = z.object({
  id: OrderId,
  reference: OrderReference,
  state: OrderState,
  customerName: z.string(),
  area: z.nullable(z.string()),
  fulfilmentMethod: FulfilmentMethod,
  itemSummary: z.string(),
  itemCount: z.int(),
  total: Money,
  paymentMethod: PaymentMethod,
  paymentState: z.enum(paymentMachine.states),
  placedAt: Timestamp,
});
export type StaffOrderRow = z.infer<typeof StaffOrderRow>;

export const ListOrders = z.object({
  states: z.optional(z.array(OrderState).check(z.minLength(1), z.maxLength(9))),
  /** Only those whose money waits for a decision of the staff. */
  needsDecision: z.optional(z.literal(true)),
  ...PageInput,
});
export type ListOrders = z.infer<typeof ListOrders>;
export const StaffOrderPage = pageOf(StaffOrderRow);

export const OrderById = z.object({ orderId: OrderId });

export const ActOnOrder = z.object({
  orderId: OrderId,
  action: StaffAction,
  baseVersion: z.int().check(z.positive()),
  reason: z.optional(z.string().check(z.trim(), z.minLength(1), z.maxLength(300))),
});
export type ActOnOrder = z.infer<typeof ActOnOrder>;

export const Today = z.object({
  date: z.string(),
  toPack: z.int(),
  toSendOut: z.int(),
  onTheWay: z.int(),
  readyForPickup: z.int(),
  awaitingPayment: z.int(),
  /** Orders whose money waits for a decision: parked, asked back, or bounced. */
  toSettle: z.int(),
  /** What was sold in the day, whatever became of it since. */
  sales: Money,
  /** What was cancelled or refunded in the day; below zero when refunds came back. */
  refunds: SignedMoney,
  netSales: SignedMoney,
  cashDue: Money,
  orderCount: z.int(),
  averageOrder: Money,
  /** The hours of the shop's day that sold something, in order, in the shop's time zone. */
  salesByHour: z.array(z.object({ hour: z.int(), orders: z.int(), sales: Money })),
  lowStock: z.array(z.object({ sku: z.string(), title: z.string(), available: z.int() })),
});
export type Today = z.infer<typeof Today>;
