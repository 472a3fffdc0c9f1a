import type { StaffOrder } from "@tuckshop/contracts/orders";
import type { ParkedPayment, SettleParked } from "@tuckshop/contracts/payments";
import { Button } from "@tuckshop/ui/button";
import { Card } from "@tuckshop/ui/card";
import { formatMoney } from "@tuckshop/ui/money";
import { Time } from "@tuckshop/ui/time";
import { useState } from "react";
import { Notice } from "../notice.tsx";
import { AskFirst } from "./ask-first.tsx";
import { useOrderChange } from "./use-order-change.ts";

type Decision = SettleParked["decision"];

/** The provider reported money that is not ours: nothing goes on until somebody decides. */
export function ParkedNotice({ order }: { order: StaffOrder }) {
  return order.parked && <Parked order={order} parked={order.parked} />;
}

function Parked({ order, parked }: { order: StaffOrder; parked: ParkedPayment }) {
  const [asking, setAsking] = useState<Decision | null>(null);
  const settle = useOrderChange(
    order.id,
    "settle parked",
    (client, input: SettleParked, keyed) => client.staff.payments.settleParked.mutate(input, keyed),
    { done: "Decided", onDone: () => setAsking(null) },
  );
  const decide = (decision: Decision) => {
    setAsking(null);
    settle.run({ orderId: order.id, paymentId: parked.paymentId, decision });
  };
  const { refund, accept } = words(order, parked);
  return (
    <Card aria-label="Payment to decide about" className="grid gap-3 p-4! ring-warn">
      <h2>This payment waits for you</h2>
      <p className="text-small">
        {parked.reason} Since <Time at={parked.since} />.
      </p>
      <div className="flex flex-wrap gap-3">
        <Button
          look="counter"
          size="sm"
          whyNot={parked.cannotAccept}
          busy={settle.isPending && "One moment…"}
          onClick={() => setAsking("accept")}
        >
          {accept.label}
        </Button>
        <Button
          look="danger"
          size="sm"
          whyNot={parked.cannotRefund}
          busy={settle.isPending && "One moment…"}
          onClick={() => setAsking("refund")}
        >
          {refund.label}
        </Button>
      </div>
      {settle.failure && <Notice tone="bad">{settle.failure}</Notice>}
      <AskFirst
        open={asking !== null}
        title={asking === "refund" ? `${refund.label}?` : `${accept.label}?`}
        text={asking === "refund" ? refund.text : accept.text}
        label={asking === "refund" ? refund.label : accept.label}
        onConfirm={() => asking && decide(asking)}
        onClose={() => setAsking(null)}
      />
    </Card>
  );
}

function words({ amounts }: StaffOrder, { captured }: ParkedPayment) {
  const paid = captured && formatMoney(captured);
  return {
    accept: {
      label: "Accept it as paid",
      text: `The order is confirmed at ${formatMoney(amounts.total)}. What was paid beyond that goes back to the card.`,
    },
    refund: {
      label: paid ? `Refund ${paid} and cancel` : "Cancel the order",
      text: paid
        ? `${paid} goes back to the card, the order is cancelled and its goods are for sale again.`
        : "The order is cancelled, and a payment page that may still be open is closed.",
    },
  };
}
