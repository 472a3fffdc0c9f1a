import { ShopError } from "@tuckshop/contracts/errors";
import type { OrderReference, PrincipalId } from "@tuckshop/contracts/ids";
import type { Tx } from "@tuckshop/db/schema";
import { cancelOrder } from "./cancel-order.ts";
import { lockOrder } from "./order-record.ts";

/** A shopper takes an order back, while nobody has packed it. */
export async function cancelOwnOrder(
  tx: Tx,
  principalId: PrincipalId,
  reference: OrderReference,
): Promise<void> {
  const locked = await lockOrder(tx, { reference, principalId });
  const { state } = locked.order;
  if (state === "packed") {
    throw new ShopError({ code: "ILLEGAL_TRANSITION", entity: "order", event: "cancel", state });
  }
  await cancelOrder(tx, locked, "cancelled by the shopper", { actor: principalId });
}
