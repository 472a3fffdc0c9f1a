import { useMutation } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { trpc } from "@tuckshop/client/react";
import type { OrderReference } from "@tuckshop/contracts/ids";
import type { Money } from "@tuckshop/contracts/money";
import { Button } from "@tuckshop/ui/button";
import { formatMoney } from "@tuckshop/ui/money";
import { sendIntent } from "../intent.ts";
import { RefusalNote } from "./refusal-note.tsx";
import { useOpenPayment } from "./use-open-payment.ts";

type Props = { reference: OrderReference; amount: Money };

/** The two ways on for an order that is not paid: the same payment again, or cash. */
export function PayAgain({ reference, amount }: Props) {
  const payment = useOpenPayment();
  const cash = usePayCash();
  return (
    <div className="grid gap-4">
      <RefusalNote error={payment.error ?? cash.error} />
      <div className="flex flex-wrap gap-3">
        <Button
          busy={payment.isPending && "Opening the payment page…"}
          onClick={() => payment.open(reference)}
        >
          Pay {formatMoney(amount)} online
        </Button>
        <Button
          look="outline"
          busy={cash.isPending && "Changing to cash…"}
          onClick={() => cash.mutate(reference)}
        >
          Pay cash instead
        </Button>
      </div>
      <p className="text-small text-ink-2">
        It is the same order either way. Paying again here can’t charge you twice.
      </p>
    </div>
  );
}

function usePayCash() {
  const { client, order } = trpc.useUtils();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: (reference: OrderReference) =>
      sendIntent(`payment.payCash ${reference}`, (options) =>
        client.payment.payCash.mutate({ reference }, options),
      ),
    onSuccess: ({ reference }) => {
      void order.track.invalidate();
      void navigate({ to: "/o/$reference", params: { reference }, replace: true });
    },
    onError: () => void order.track.invalidate(), // it moved on by itself: show where it stands
  });
}
