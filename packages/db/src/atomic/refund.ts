import type { OrderId, PaymentId, RefundId, VariantId } from "@tuckshop/contracts/ids";
import { sql } from "kysely";
import type { Tx } from "../schema.ts";

/** What a payment brought in, of which refunds take. */
const paid = sql`case state when 'collected' then amount_minor else captured_minor end`;

/**
 * Takes so much of what was paid, or nothing: false. The UPDATE tests and takes in one statement, so
 * that refunds asked for at the same time never add up to more than there is.
 */
export async function takePaid(tx: Tx, id: PaymentId, amountMinor: number): Promise<boolean> {
  const { rows } = await sql`
    update payment set refunded_minor = refunded_minor + ${amountMinor}
    where id = ${id} and refunded_minor + ${amountMinor} <= ${paid}
    returning id
  `.execute(tx);
  return rows.length === 1;
}

export type WantedLine = { variantId: VariantId; quantity: number };
export type TakenLine = WantedLine & { refundedBefore: number };

/**
 * Takes so many pieces of each line that were not refunded yet. Returns the lines it could take, each
 * with how many were refunded before; a caller that wanted more lines than that refuses.
 */
export async function takeLines(
  tx: Tx,
  orderId: OrderId,
  lines: readonly WantedLine[],
): Promise<TakenLine[]> {
  const { rows } = await sql<TakenLine>`
    with want as (
      select * from unnest(
        ${lines.map((line) => line.variantId)}::text[], ${lines.map((line) => line.quantity)}::integer[]
      ) as want (variant_id, quantity)
    )
    update order_line as line set refunded_quantity = refunded_quantity + want.quantity
    from want
    where line.order_id = ${orderId} and line.variant_id = want.variant_id
      and refunded_quantity + want.quantity <= line.quantity
    returning line.variant_id as "variantId", want.quantity,
      refunded_quantity - want.quantity as "refundedBefore"
  `.execute(tx);
  return rows;
}

/** Gives back what a refund that failed had taken: of the payment, and of the lines. */
export async function giveBack(tx: Tx, refundId: RefundId): Promise<void> {
  await sql`
    with freed as (
      update payment set refunded_minor = refunded_minor - refund.amount_minor
      from refund where refund.id = ${refundId} and payment.id = refund.payment_id
    )
    update order_line as line set refunded_quantity = refunded_quantity - back.quantity
    from refund_line as back
    where back.refund_id = ${refundId} and back.order_id = line.order_id
      and back.variant_id = line.variant_id
  `.execute(tx);
}
