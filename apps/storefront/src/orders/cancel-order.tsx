import { useMutation } from "@tanstack/react-query";
import { trpc } from "@tuckshop/client/react";
import type { TrackedOrder, TrackOrder } from "@tuckshop/contracts/orders";
import { Button } from "@tuckshop/ui/button";
import { Dialog } from "@tuckshop/ui/dialog";
import { formatMoney } from "@tuckshop/ui/money";
import { useState } from "react";
import { RefusalNote } from "../checkout/refusal-note.tsx";
import { sendIntent } from "../intent.ts";

type Props = { order: TrackedOrder; asked: TrackOrder };

export function CancelOrder({ order, asked }: Props) {
  const { client, order: cache } = trpc.useUtils();
  const [open, setOpen] = useState(false);
  const { reference, payment, refundable } = order;
  const cancel = useMutation({
    mutationFn: () =>
      sendIntent(`order.cancel ${reference}`, (options) =>
        client.order.cancel.mutate({ reference }, options),
      ),
    onSuccess: (cancelled) => {
      cache.track.setData(asked, cancelled);
      setOpen(false);
    },
    onError: () => void cache.track.invalidate(), // someone moved it first: show where it stands
  });
  const paid = payment.state === "captured";
  return (
    <>
      <Button look="quiet" onClick={() => setOpen(true)}>
        Cancel this order
      </Button>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title="Cancel this order?"
        actions={
          <>
            <Button look="outline" onClick={() => setOpen(false)}>
              Keep it
            </Button>
            <Button
              look="danger"
              busy={cancel.isPending && "Cancelling…"}
              onClick={() => cancel.mutate()}
            >
              {paid ? `Cancel and refund ${formatMoney(refundable)}` : "Cancel the order"}
            </Button>
          </>
        }
      >
        <p>
          {paid
            ? `${formatMoney(refundable)} goes back to the card you paid with, usually in 5 to 10 days.`
            : "Nothing was charged, and nothing will be."}{" "}
          Your things go back on the shelf.
        </p>
        <RefusalNote error={cancel.error} />
      </Dialog>
    </>
  );
}
