import { ShopError } from "@tuckshop/contracts/errors";
import type { PrincipalId } from "@tuckshop/contracts/ids";
import { orderMachine } from "@tuckshop/contracts/machines";
import type { TrackedOrder, TrackOrder } from "@tuckshop/contracts/orders";
import type { ReadDb } from "@tuckshop/db/schema";
import { isOrderToken } from "./link-token.ts";
import { mayPayByCard } from "../payments/pay-card.ts";
import { mayRequestRefund } from "../payments/refund-requests.ts";
import { orderBody } from "./queries.ts";

/** An order as its buyer sees it: by the device that placed it, or by the token of the mail. */
export async function trackOrder(
  {
    db,
    principalId,
    linkSecret,
  }: { db: ReadDb; principalId: PrincipalId | null; linkSecret: string },
  { reference, token }: TrackOrder,
): Promise<TrackedOrder> {
  const { order, payment, body } = await orderBody(db, { reference }, "shopper");
  const isOwner = principalId !== null && order.principal_id === principalId;
  const hasToken = token !== undefined && isOrderToken(linkSecret, reference, token);
  if (!isOwner && !hasToken) throw new ShopError({ code: "NOT_FOUND", entity: "order" });
  return {
    ...body,
    customerName: order.customer_name,
    holdExpiresAt: order.state === "pending_payment" ? order.expires_at : null,
    // A packed order is still the shop's to cancel, but no longer the shopper's.
    canCancel: isOwner && order.state !== "packed" && orderMachine.can("cancel", order.state),
    canRequestRefund:
      isOwner &&
      body.refundRequest?.state !== "asked" &&
      mayRequestRefund(order.state, payment.state) &&
      body.refundable.minor > 0,
    canPayByCard: isOwner && mayPayByCard(order.state, payment.state),
  };
}
