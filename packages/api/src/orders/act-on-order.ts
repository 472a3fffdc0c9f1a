import { ShopError } from "@tuckshop/contracts/errors";
import type { ActOnOrder, StaffOrder } from "@tuckshop/contracts/orders";
import type { StaffMember } from "@tuckshop/contracts/staff";
import { transition, type Mover } from "@tuckshop/db/atomic/transition";
import type { Tx } from "@tuckshop/db/schema";
import { permits } from "../accounts/permissions.ts";
import { recordMoney } from "../payments/record-money.ts";
import { cancelOrder } from "./cancel-order.ts";
import { expectVersion, lockOrder, type LockedOrder } from "./order-record.ts";
import { actionPermission, whyNot } from "./staff-actions.ts";
import { staffOrder } from "./staff-queries.ts";

/**
 * A member of staff moves an order. Refuses FORBIDDEN for the role, VERSION_CONFLICT when the order
 * moved since they looked, ILLEGAL_TRANSITION when the action is not open. Handing a cash order over
 * takes its cash in the same commit.
 */
export async function actOnOrder(
  tx: Tx,
  staff: StaffMember,
  { orderId, action, baseVersion, reason }: ActOnOrder,
): Promise<StaffOrder> {
  if (!permits(staff.role, actionPermission(action))) throw new ShopError({ code: "FORBIDDEN" });
  const locked = await lockOrder(tx, { id: orderId });
  const { order, payment } = locked;
  expectVersion(order, baseVersion);
  const subject = { state: order.state, method: order.method, paymentState: payment.state };
  if (whyNot(action, subject, staff.role) !== null) {
    throw new ShopError({
      code: "ILLEGAL_TRANSITION",
      entity: "order",
      event: action,
      state: order.state,
    });
  }
  const mover = { actor: staff.id, cause: reason };
  if (action === "cancel") await cancelOrder(tx, locked, reason ?? "cancelled by the shop", mover);
  else await transition(tx, "orders", orderId, action, mover);
  if (action === "deliver" || action === "collect") await takeCash(tx, locked, mover);
  return staffOrder(tx, orderId, staff.role);
}

async function takeCash(tx: Tx, { order, payment }: LockedOrder, mover: Mover): Promise<void> {
  if (payment.state !== "due") return;
  await transition(tx, "payment", payment.id, "collect", mover);
  await recordMoney(tx, {
    orderId: order.id,
    debit: "cash_drawer",
    credit: "receivable",
    amountMinor: payment.amount_minor,
    currency: order.currency,
    cause: `cash:${payment.id}`,
  });
}
