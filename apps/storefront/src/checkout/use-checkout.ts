import { trpc } from "@tuckshop/client/react";
import type { CheckoutId } from "@tuckshop/contracts/ids";

/** One checkout, and when this device heard of it: the hold is counted from there. */
export function useCheckout(checkoutId: CheckoutId) {
  const [checkout, query] = trpc.checkout.get.useSuspenseQuery({ checkoutId });
  return { checkout, receivedAt: query.dataUpdatedAt };
}
