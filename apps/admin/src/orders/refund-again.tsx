import type { StaffOrder } from "@tuckshop/contracts/orders";
import type { RefundAgain as Input } from "@tuckshop/contracts/refunds";
import { Button } from "@tuckshop/ui/button";
import { formatMoney } from "@tuckshop/ui/money";
import { useState } from "react";
import { Notice } from "../notice.tsx";
import { AskFirst } from "./ask-first.tsx";
import { useOrderChange } from "./use-order-change.ts";

type Props = { refund: StaffOrder["refunds"][number]; order: StaffOrder };

/** The money is back at the provider, and the customer waits for it. */
export function RefundAgain({ refund, order }: Props) {
  const [isAsking, setIsAsking] = useState(false);
  const again = useOrderChange(
    order.id,
    `repeat ${refund.id}`,
    (client, input: Input, keyed) => client.staff.orders.refundAgain.mutate(input, keyed),
    { done: "Refunded again", onDone: () => {} },
  );
  return (
    <div className="grid gap-2">
      <p>It did not reach the customer. Try again, or pay it another way and ask them first.</p>
      <Button
        look="outline"
        size="sm"
        busy={again.isPending && "One moment…"}
        onClick={() => setIsAsking(true)}
      >
        Refund again…
      </Button>
      {again.failure && <Notice tone="bad">{again.failure}</Notice>}
      <AskFirst
        open={isAsking}
        title="Refund it again?"
        text={`${formatMoney(refund.amount)} is sent to the card it was paid with once more.`}
        label={`Refund ${formatMoney(refund.amount)}`}
        onConfirm={() => {
          setIsAsking(false);
          again.run({ orderId: order.id, refundId: refund.id });
        }}
        onClose={() => setIsAsking(false)}
      />
    </div>
  );
}
