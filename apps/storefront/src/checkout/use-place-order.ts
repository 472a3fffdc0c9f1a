import { useMutation } from "@tanstack/react-query";
import { trpc } from "@tuckshop/client/react";
import { refusalOf } from "@tuckshop/client/refusal-of";
import type {
  Checkout,
  PaymentMethod,
  PlacedOrder,
  PlaceOrder,
} from "@tuckshop/contracts/checkout";
import { OrderReference } from "@tuckshop/contracts/ids";
import { bagStore } from "../bag/bag-store.ts";
import { sendIntent } from "../intent.ts";
import type { ContactForm } from "./contact-form.ts";

/** The order, and the way its buyer has chosen to pay. */
export type Made = Pick<PlacedOrder, "reference" | "paymentMethod">;
type Wanted = { checkout: Checkout; method: PaymentMethod; contact: ContactForm };

/** Makes the checkout an order. It can become one only, however often this is sent. */
export function usePlaceOrder() {
  const { client, bag, checkout } = trpc.useUtils();
  return useMutation({
    mutationFn: async (wanted: Wanted): Promise<Made> => {
      const order = placeOrderOf(wanted);
      try {
        return await sendIntent(`checkout.place ${JSON.stringify(order)}`, (options) =>
          client.checkout.place.mutate(order, options),
        );
      } catch (error) {
        // Another press or tab was first. That is the same order, so it is no error.
        const refusal = refusalOf(error);
        if (refusal?.code !== "CHECKOUT_COMPLETED") throw error;
        const reference = OrderReference.parse(refusal.reference);
        return { reference, paymentMethod: wanted.method };
      }
    },
    onSuccess: () => {
      bagStore.set({ edits: {}, adjustments: [] }); // other tabs hear of it and look again
      void bag.get.invalidate();
      // For whoever comes Back to its steps; on this page the way on is already known.
      void checkout.get.invalidate(undefined, { refetchType: "none" });
    },
    onError: (error) => {
      if (refusalOf(error)) void checkout.get.invalidate(); // something moved: show where it stands
    },
  });
}

function placeOrderOf({ checkout, method, contact }: Wanted): PlaceOrder {
  const { name, phone, email, line1, landmark, note } = contact;
  const payment = checkout.quote.payments.find((each) => each.method === method);
  if (!payment) throw new Error(`The quote says nothing about paying by ${method}.`);
  return {
    checkoutId: checkout.id,
    quoteHash: checkout.quote.hash,
    expectedTotal: payment.total,
    paymentMethod: method,
    contact: { name, phone, email },
    address:
      checkout.fulfilment.method === "delivery" && line1 !== undefined
        ? { line1, landmark }
        : undefined,
    note,
  };
}
