import { useQuery } from "@tanstack/react-query";
import { trpc } from "@tuckshop/client/react";
import type { OrderReference } from "@tuckshop/contracts/ids";
import type { PaymentStatus } from "@tuckshop/contracts/payments";
import { useState } from "react";
import { sendIntent } from "../intent.ts";
import { useNow } from "../use-now.ts";
import { returnState, type ReturnState } from "./return-state.ts";

const quickMs = 2000;
const slowMs = 6000;

/**
 * Asks how the payment stands until that is settled. Asking makes the server ask the provider, so it
 * is a mutation there; here it is polled like a query.
 */
export function usePaymentStatus(
  reference: OrderReference,
  cancelled: boolean,
): { state: ReturnState; status: PaymentStatus | undefined } {
  const { client } = trpc.useUtils();
  const waitedMs = useWaitedMs();
  const query = useQuery({
    queryKey: ["payment-status", reference],
    queryFn: () =>
      sendIntent(`payment.sync ${reference}`, (options) =>
        client.payment.sync.mutate({ reference }, options),
      ),
    refetchInterval: ({ state }) => {
      const now = returnState(state.data, { cancelled, waitedMs });
      if (now === "paid" || now === "over") return false;
      return now === "confirming" ? quickMs : slowMs;
    },
    retry: false,
    gcTime: 0,
  });
  const { refetch } = query;
  // The webhook was quicker than we: the order is confirmed, so ask now.
  trpc.order.changes.useSubscription(
    { reference },
    { onData: ({ orderId }) => void (orderId && refetch()) },
  );
  return { state: returnState(query.data, { cancelled, waitedMs }), status: query.data };
}

function useWaitedMs(): number {
  const now = useNow();
  const [start] = useState(now);
  return now - start;
}
