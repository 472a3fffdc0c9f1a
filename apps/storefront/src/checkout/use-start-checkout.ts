import { useMutation } from "@tanstack/react-query";
import { trpc } from "@tuckshop/client/react";
import { refusalOf } from "@tuckshop/client/refusal-of";
import type { Fulfilment } from "@tuckshop/contracts/checkout";
import { useBag } from "../bag/use-bag.ts";
import { sendIntent } from "../intent.ts";

/** Settles the bag, then holds what is in it. The intent is this bag going this way. */
export function useStartCheckout() {
  const { client, bag: bagCache, checkout } = trpc.useUtils();
  const bag = useBag();
  return useMutation({
    mutationFn: async (fulfilment: Fulfilment) => {
      const { version: bagVersion } = await bag.flush();
      const wanted = { bagVersion, fulfilment };
      return sendIntent(`checkout.start ${JSON.stringify(wanted)}`, (options) =>
        client.checkout.start.mutate(wanted, options),
      );
    },
    onSuccess: (started) => checkout.get.setData({ checkoutId: started.id }, started),
    onError: (error) => {
      if (refusalOf(error)) void bagCache.get.invalidate(); // stock or prices moved: show the bag as it now is
    },
  });
}
