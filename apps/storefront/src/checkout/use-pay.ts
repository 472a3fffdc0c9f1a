import { useNavigate } from "@tanstack/react-router";
import { trpc } from "@tuckshop/client/react";
import type { Checkout, PaymentMethod } from "@tuckshop/contracts/checkout";
import { useCallback } from "react";
import type { ContactForm } from "./contact-form.ts";
import { useCameBack } from "./use-came-back.ts";
import { useOpenPayment } from "./use-open-payment.ts";
import { usePlaceOrder, type Made } from "./use-place-order.ts";

/** Places the order, then goes where its payment method leads: to the provider, or to the order. */
export function usePay(checkout: Checkout, setLeaving: (leaving: boolean) => void) {
  const navigate = useNavigate();
  const utils = trpc.useUtils();
  const payment = useOpenPayment();
  const place = usePlaceOrder();
  const { reset } = place;

  // What was left behind as “Opening…” may be an order by now: ask, and let the page decide.
  const wake = useCallback(() => {
    reset();
    setLeaving(false);
    void utils.checkout.get.invalidate();
  }, [reset, setLeaving, utils]);
  useCameBack(wake);

  const goOn = ({ reference, paymentMethod }: Made) => {
    if (paymentMethod === "cash") {
      void navigate({ to: "/o/$reference", params: { reference }, replace: true });
      return;
    }
    setLeaving(true);
    payment.open(reference, { onError: wake });
  };
  return {
    pay: (method: PaymentMethod, contact: ContactForm) =>
      place.mutate({ checkout, method, contact }, { onSuccess: goOn }),
    isPending: place.isPending || payment.isPending,
    error: place.error ?? payment.error,
  };
}
