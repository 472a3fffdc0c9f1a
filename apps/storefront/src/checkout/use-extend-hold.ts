import { useMutation } from "@tanstack/react-query";
import { trpc } from "@tuckshop/client/react";
import type { CheckoutId } from "@tuckshop/contracts/ids";
import { announce } from "@tuckshop/ui/announcer";

/** Holds what is held for longer. Each press is an intent of its own: it asks for more time once more. */
export function useExtendHold() {
  const { client, checkout } = trpc.useUtils();
  return useMutation({
    mutationFn: (checkoutId: CheckoutId) => client.checkout.extendHold.mutate({ checkoutId }),
    onSuccess: (extended) => {
      checkout.get.setData({ checkoutId: extended.id }, extended);
      announce("Your things are held for longer.");
    },
    onError: () => void checkout.get.invalidate(), // it ended meanwhile: show where it stands
  });
}
