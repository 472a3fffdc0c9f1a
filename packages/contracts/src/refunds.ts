import * as z from "zod/mini";
import { OrderId, OrderReference, RefundId, RefundRequestId, VariantId } from "./ids.ts";
import { refundMachine, refundRequestMachine } from "./machines.ts";
import { Money } from "./money.ts";
import { Timestamp } from "./page.ts";

const Reason = z.string().check(z.trim(), z.minLength(1), z.maxLength(300));

const quantity = z.int().check(z.minimum(1), z.maximum(9_999));

const eachOnce = z.refine<{ variantId: string }[]>(
  (lines) => new Set(lines.map((line) => line.variantId)).size === lines.length,
  "An article is named twice.",
);

export const RefundLine = z.object({ variantId: VariantId, quantity });
export type RefundLine = z.infer<typeof RefundLine>;

export const RefundLines = z.array(RefundLine).check(z.minLength(1), z.maxLength(100), eachOnce);
export type RefundLines = z.infer<typeof RefundLines>;

/** What goes back: an amount, goods at what was paid for them, or all that is left. */
export const RefundWish = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("amount"),
    amount: z.object({ ...Money.shape, minor: z.int().check(z.positive()) }),
  }),
  z.object({ kind: z.literal("lines"), lines: RefundLines }),
  z.object({ kind: z.literal("rest") }),
]);
export type RefundWish = z.infer<typeof RefundWish>;

export const RefundOrder = z.object({
  orderId: OrderId,
  baseVersion: z.int().check(z.positive()),
  refund: RefundWish,
  reason: Reason,
});
export type RefundOrder = z.infer<typeof RefundOrder>;

/** What these goods were paid with, and what could be refunded at most. */
export const PriceRefund = z.object({ orderId: OrderId, lines: RefundLines });
export const PricedRefund = z.object({ amount: Money, left: Money });
export type PricedRefund = z.infer<typeof PricedRefund>;

/** A refund that failed is made anew: the same amount, for the same goods. */
export const RefundAgain = z.object({ orderId: OrderId, refundId: RefundId });
export type RefundAgain = z.infer<typeof RefundAgain>;

export const RefundSummary = z.object({
  id: RefundId,
  state: z.enum(refundMachine.states),
  amount: Money,
  reason: z.string(),
  /** What it was for; empty when it was an amount. */
  lines: z.array(RefundLine),
  at: Timestamp,
  /** It failed, and nothing was refunded in its place yet. */
  isOwed: z.boolean(),
});

/** Goods that came back: onto the shelf again, or into the bin. */
export const ReturnOrder = z.object({
  orderId: OrderId,
  baseVersion: z.int().check(z.positive()),
  lines: z
    .array(z.object({ variantId: VariantId, quantity, disposition: z.enum(["restock", "waste"]) }))
    .check(z.minLength(1), z.maxLength(100), eachOnce),
  refund: z.boolean(),
  reason: Reason,
});
export type ReturnOrder = z.infer<typeof ReturnOrder>;

export const RequestRefund = z.object({
  reference: OrderReference,
  reason: Reason,
  /** Left out, everything that is left. */
  lines: z.optional(RefundLines),
});
export type RequestRefund = z.infer<typeof RequestRefund>;

export const RefundRequestSummary = z.object({
  id: RefundRequestId,
  state: z.enum(refundRequestMachine.states),
  reason: z.string(),
  lines: z.nullable(z.array(RefundLine)),
  at: Timestamp,
  /** What the shop said to it. */
  answer: z.nullable(z.string()),
});
export type RefundRequestSummary = z.infer<typeof RefundRequestSummary>;

export const AnswerRefundRequest = z.discriminatedUnion("decision", [
  z.object({ requestId: RefundRequestId, decision: z.literal("approve") }),
  z.object({ requestId: RefundRequestId, decision: z.literal("decline"), reason: Reason }),
]);
export type AnswerRefundRequest = z.infer<typeof AnswerRefundRequest>;
