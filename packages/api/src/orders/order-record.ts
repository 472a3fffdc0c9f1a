import { ShopError } from "@tuckshop/contracts/errors";
import type { OrderId, OrderReference, PrincipalId } from "@tuckshop/contracts/ids";
import type { Tx } from "@tuckshop/db/schema";
import { sql } from "kysely";
import { byStanding } from "../payments/current-payment.ts";

/**
 * The order and the payment it stands on, locked for this transaction, or NOT_FOUND. Everything that
 * moves an order takes it through here, before it touches a counter.
 */
export async function lockOrder(
  tx: Tx,
  by: { id: OrderId } | { reference: OrderReference; principalId: PrincipalId },
) {
  let query = tx
    .selectFrom("orders")
    .selectAll()
    .select(sql<boolean>`expires_at <= now()`.as("lapsed"))
    .forUpdate();
  if ("id" in by) query = query.where("id", "=", by.id);
  else {
    query = query.where("reference", "=", by.reference).where("principal_id", "=", by.principalId);
  }
  const order = await query.executeTakeFirst();
  if (!order) throw new ShopError({ code: "NOT_FOUND", entity: "order" });
  const payment = await tx
    .selectFrom("payment")
    .selectAll()
    .where("order_id", "=", order.id)
    .orderBy(byStanding)
    .limit(1)
    .forUpdate()
    .executeTakeFirstOrThrow();
  return { order, payment };
}
export type LockedOrder = Awaited<ReturnType<typeof lockOrder>>;

/** Refuses VERSION_CONFLICT when the order moved since somebody looked at it. */
export function expectVersion(order: LockedOrder["order"], expected: number): void {
  if (order.version === expected) return;
  throw new ShopError({
    code: "VERSION_CONFLICT",
    entity: "order",
    expected,
    actual: order.version,
  });
}
