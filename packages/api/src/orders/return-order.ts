import { ShopError } from "@tuckshop/contracts/errors";
import type { OrderId } from "@tuckshop/contracts/ids";
import type { StaffOrder } from "@tuckshop/contracts/orders";
import type { ReturnOrder } from "@tuckshop/contracts/refunds";
import type { StaffMember } from "@tuckshop/contracts/staff";
import { enterReturned } from "@tuckshop/db/atomic/stock-entry";
import { transition, type Mover } from "@tuckshop/db/atomic/transition";
import type { Tx } from "@tuckshop/db/schema";
import { sql } from "kysely";
import { makeRefund } from "../payments/make-refund.ts";
import { expectVersion, lockOrder, type LockedOrder } from "./order-record.ts";
import { staffOrder } from "./staff-queries.ts";

/**
 * Goods of a delivered order come back: onto the shelf with their ledger row, or into the bin without
 * one. What is to be refunded is owed in the same commit, for the pieces that were not refunded before.
 */
export async function returnOrder(
  tx: Tx,
  staff: StaffMember,
  { orderId, baseVersion, lines, refund, reason }: ReturnOrder,
): Promise<StaffOrder> {
  const locked = await lockOrder(tx, { id: orderId });
  expectVersion(locked.order, baseVersion);
  const mover = { actor: staff.id, cause: reason };
  await transition(tx, "orders", orderId, "return", mover);
  const returned = await recordReturned(tx, orderId, lines);
  if (refund) await refundReturned(tx, locked, returned, reason, mover);
  await restock(tx, orderId, returned, mover);
  return staffOrder(tx, orderId, staff.role);
}

/** Notes on each line what became of its pieces, or refuses LINES_SPENT when more come back than went out. */
async function recordReturned(tx: Tx, orderId: OrderId, lines: ReturnOrder["lines"]) {
  const ordered = await tx
    .selectFrom("order_line")
    .innerJoin("variant", "variant.id", "order_line.variant_id")
    .select(["variant_id", "order_line.sku", "quantity", "refunded_quantity", "counter_id"])
    .where("order_id", "=", orderId)
    .execute();
  const returned = lines.map((line) => {
    const known = ordered.find((each) => each.variant_id === line.variantId);
    if (!known || known.quantity < line.quantity) {
      const { variantId, quantity: requested } = line;
      const spent = { sku: known?.sku ?? variantId, requested, left: known?.quantity ?? 0 };
      throw new ShopError({ code: "LINES_SPENT", lines: [spent] });
    }
    return { ...line, ...known, quantity: line.quantity, ordered: known.quantity };
  });
  const numbers = (of: "restock" | "waste") =>
    returned.map(({ disposition, quantity }) => (disposition === of ? quantity : 0));
  await sql`
    update order_line set restocked_quantity = restocked, wasted_quantity = wasted
    from unnest(${returned.map((line) => line.variantId)}::text[], ${numbers("restock")}::bigint[],
      ${numbers("waste")}::bigint[]) as line (variant_id, restocked, wasted)
    where order_id = ${orderId} and order_line.variant_id = line.variant_id
  `.execute(tx);
  return returned;
}
type Returned = Awaited<ReturnType<typeof recordReturned>>;

async function refundReturned(
  tx: Tx,
  locked: LockedOrder,
  returned: Returned,
  reason: string,
  mover: Mover,
): Promise<void> {
  const lines = returned.flatMap(({ variantId, quantity, ordered, refunded_quantity }) => {
    const owed = Math.min(quantity, ordered - refunded_quantity);
    return owed > 0 ? [{ variantId, quantity: owed }] : [];
  });
  if (lines.length === 0) return;
  const cause = `return:${locked.order.id}`;
  await makeRefund(tx, locked, { refund: { kind: "lines", lines }, reason, cause }, mover);
}

async function restock(tx: Tx, orderId: OrderId, returned: Returned, mover: Mover): Promise<void> {
  const back = returned.flatMap(({ disposition, counter_id: counterId, quantity, variantId }) =>
    disposition === "restock"
      ? [{ counterId, quantity, cause: `return:${orderId}:${variantId}` }]
      : [],
  );
  const { actor, cause: reason = "returned" } = mover;
  await enterReturned(tx, back, { reason, actor });
}
