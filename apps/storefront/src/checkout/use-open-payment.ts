import { useMutation } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { trpc } from "@tuckshop/client/react";
import type { OrderReference } from "@tuckshop/contracts/ids";
import { useCallback, useState } from "react";
import { sendIntent } from "../intent.ts";
import { useCameBack } from "./use-came-back.ts";

/** Goes to the provider’s page for an order, or to the order when there is nothing to pay any more. */
export function useOpenPayment() {
  const { client } = trpc.useUtils();
  const navigate = useNavigate();
  const [leaving, setLeaving] = useState(false);
  useCameBack(useCallback(() => setLeaving(false), []));
  const mutation = useMutation({
    mutationFn: (reference: OrderReference) =>
      sendIntent(`payment.open ${reference}`, (options) =>
        client.payment.open.mutate({ reference }, options),
      ),
    onSuccess: (opened, reference) => {
      if (opened.kind !== "redirect") {
        void navigate({ to: "/o/$reference", params: { reference }, replace: true });
        return;
      }
      setLeaving(true);
      window.location.assign(opened.url);
    },
  });
  return {
    open: mutation.mutate,
    isPending: mutation.isPending || leaving,
    error: mutation.error,
  };
}
