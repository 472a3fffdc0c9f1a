import { useMutation } from "@tanstack/react-query";
import { trpc } from "@tuckshop/client/react";
import type { OrderReference } from "@tuckshop/contracts/ids";
import { Button } from "@tuckshop/ui/button";
import { RefusalNote } from "../checkout/refusal-note.tsx";
import { useOpenPayment } from "../checkout/use-open-payment.ts";
import { sendIntent } from "../intent.ts";

/** A cash order becomes a card order, and its page opens. Left unpaid, it is a cash order again. */
export function PayByCard({ reference }: { reference: OrderReference }) {
  const { client, order } = trpc.useUtils();
  const payment = useOpenPayment();
  const change = useMutation({
    mutationFn: () =>
      sendIntent(`payment.payCard ${reference}`, (options) =>
        client.payment.payCard.mutate({ reference }, options),
      ),
    onSuccess: () => payment.open(reference),
    onSettled: () => void order.track.invalidate(),
  });
  return (
    <>
      <Button
        look="outline"
        busy={(change.isPending || payment.isPending) && "Opening the payment page…"}
        onClick={() => change.mutate()}
      >
        Pay online instead
      </Button>
      <RefusalNote error={change.error ?? payment.error} />
    </>
  );
}
