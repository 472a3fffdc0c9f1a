import { ShopError } from "@tuckshop/contracts/errors";
import type { OrderId, RefundId } from "@tuckshop/contracts/ids";
import { money } from "@tuckshop/contracts/money";
import type { RefundLine, RefundWish } from "@tuckshop/contracts/refunds";
import { takeLines } from "@tuckshop/db/atomic/refund";
import type { Mover } from "@tuckshop/db/atomic/transition";
import type { ReadDb, Tx } from "@tuckshop/db/schema";
import type { LockedOrder } from "../orders/order-record.ts";
import { leftToRefund } from "./left-to-refund.ts";
import { paidForLines, paidForPieces } from "./paid-for-lines.ts";
import { requestRefund, type RefundedLine } from "./request-refund.ts";

export type Refunding = { refund: RefundWish; reason: string; cause: string };

/** Refunds an order that was paid, in whole or in part. Undefined when this cause did so before. */
export async function makeRefund(
  tx: Tx,
  { order, payment }: LockedOrder,
  { refund, reason, cause }: Refunding,
  mover: Mover,
): Promise<RefundId | undefined> {
  const { state } = payment;
  if (state !== "captured" && state !== "collected") {
    throw new ShopError({ code: "ILLEGAL_TRANSITION", entity: "payment", event: "refund", state });
  }
  if (refund.kind === "amount" && refund.amount.currency !== order.currency) {
    throw new ShopError({ code: "CURRENCY_WRONG", expected: order.currency });
  }
  const lines = refund.kind === "lines" ? await takeOrderLines(tx, order, refund.lines) : [];
  const leftMinor = leftToRefund(payment);
  const amountMinor = amountOf(refund, lines, leftMinor);
  if (amountMinor === 0) {
    throw new ShopError({ code: "REFUND_TOO_LARGE", left: money(leftMinor, order.currency) });
  }
  return requestRefund(tx, payment, { amountMinor, reason, cause, lines }, mover);
}

function amountOf(refund: RefundWish, lines: readonly RefundedLine[], leftMinor: number): number {
  if (refund.kind === "amount") return refund.amount.minor;
  if (refund.kind === "rest") return leftMinor;
  return sumOf(lines);
}

export const sumOf = (lines: readonly RefundedLine[]): number =>
  lines.reduce((sum, line) => sum + line.amountMinor, 0);

/** Takes the pieces, each at what was paid for it, or refuses LINES_SPENT. */
export async function takeOrderLines(
  tx: Tx,
  order: LockedOrder["order"],
  wanted: readonly RefundLine[],
): Promise<RefundedLine[]> {
  const taken = await takeLines(tx, order.id, wanted);
  const ordered = await orderedLines(tx, order.id);
  if (taken.length < wanted.length) throw spent(wanted, ordered, taken);
  return priceLines(ordered, order.discount_minor, taken);
}

/** What so many pieces of an order were paid with, next to be refunded. */
export async function priceRefund(
  db: ReadDb,
  orderId: OrderId,
  discountMinor: number,
  wanted: readonly RefundLine[],
): Promise<number> {
  const ordered = await orderedLines(db, orderId);
  const left = wanted.flatMap((line) => {
    const known = ordered.find(({ variantId }) => variantId === line.variantId);
    const fits = known && known.refunded + line.quantity <= known.quantity;
    return fits ? [{ ...line, refundedBefore: known.refunded }] : [];
  });
  if (left.length < wanted.length) throw spent(wanted, ordered, left);
  return sumOf(priceLines(ordered, discountMinor, left));
}

const orderedLines = (db: ReadDb, orderId: OrderId) =>
  db
    .selectFrom("order_line")
    .select(["variant_id as variantId", "sku", "quantity", "total_minor as totalMinor"])
    .select("refunded_quantity as refunded")
    .where("order_id", "=", orderId)
    .orderBy("position")
    .execute();

type Ordered = Awaited<ReturnType<typeof orderedLines>>;

function priceLines(
  ordered: Ordered,
  discountMinor: number,
  pieces: readonly (RefundLine & { refundedBefore: number })[],
): RefundedLine[] {
  const paid = paidForLines(ordered, discountMinor);
  const quantities = new Map(ordered.map((line) => [line.variantId, line.quantity]));
  return pieces.map(({ variantId, quantity, refundedBefore }) => ({
    variantId,
    quantity,
    amountMinor: paidForPieces(paid.get(variantId) ?? 0, {
      quantity,
      ordered: quantities.get(variantId) ?? 0,
      refundedBefore,
    }),
  }));
}

function spent(
  wanted: readonly RefundLine[],
  ordered: Ordered,
  taken: readonly RefundLine[],
): ShopError {
  const got = new Set(taken.map((line) => line.variantId));
  const lines = wanted
    .filter(({ variantId }) => !got.has(variantId))
    .map(({ variantId, quantity }) => {
      const line = ordered.find((each) => each.variantId === variantId);
      const left = line ? line.quantity - line.refunded : 0;
      return { sku: line?.sku ?? variantId, requested: quantity, left };
    });
  return new ShopError({ code: "LINES_SPENT", lines });
}
