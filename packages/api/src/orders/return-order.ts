import { ShopError } from "@tuckshop/contracts/errors";
import type { OrderId } from "@tuckshop/contracts/ids";
import type { StaffOrder } from "@tuckshop/contracts/orders";
import type { ReturnOrder } from "@tuckshop/contracts/refunds";
import type { StaffMember } from "@tuckshop/contracts/staff";
import { lockCounters } from "@tuckshop/db/atomic/claim";
import { enterStock } from "@tuckshop/db/atomic/stock-entry";
import { transition, type Mover } from "@tuckshop/db/atomic/transition";
import type { Tx } from "@tuckshop/db/schema";
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
  for (const { variantId, quantity, disposition } of returned) {
    const column = disposition === "restock" ? "restocked_quantity" : "wasted_quantity";
    await tx
      .updateTable("order_line")
      .set({ [column]: quantity })
      .where("order_id", "=", orderId)
      .where("variant_id", "=", variantId)
      .execute();
  }
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
  const back = returned.filter((line) => line.disposition === "restock");
  await lockCounters(
    tx,
    back.map((line) => line.counter_id),
  );
  for (const { counter_id, sku, quantity, variantId } of back) {
    await enterStock(tx, {
      counterId: counter_id,
      sku,
      kind: "return",
      change: quantity,
      cause: `return:${orderId}:${variantId}`,
      reason: mover.cause ?? "returned",
      actor: mover.actor,
    });
  }
}
