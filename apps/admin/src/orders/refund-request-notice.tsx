import type { StaffOrder } from "@tuckshop/contracts/orders";
import type { AnswerRefundRequest, RefundRequestSummary } from "@tuckshop/contracts/refunds";
import { Button } from "@tuckshop/ui/button";
import { Card } from "@tuckshop/ui/card";
import { formatMoney } from "@tuckshop/ui/money";
import { useState } from "react";
import { Notice } from "../notice.tsx";
import { AskFirst } from "./ask-first.tsx";
import { ReasonedDialog } from "./reasoned-dialog.tsx";
import { useOrderChange } from "./use-order-change.ts";

/** The customer asks for money back, and waits for an answer. */
export function RefundRequestNotice({ order }: { order: StaffOrder }) {
  const request = order.refundRequest;
  return request?.state === "asked" ? <Asked order={order} request={request} /> : null;
}

function Asked({ order, request }: { order: StaffOrder; request: RefundRequestSummary }) {
  const [dialog, setDialog] = useState<"approve" | "decline" | null>(null);
  const close = () => setDialog(null);
  const answer = useOrderChange(
    order.id,
    "answer refund request",
    (client, input: AnswerRefundRequest, keyed) =>
      client.staff.orders.answerRefundRequest.mutate(input, keyed),
    { done: "Answered", onDone: close },
  );
  const goods = goodsOf(order, request);
  const busy = answer.isPending && "One moment…";
  return (
    <Card aria-label="Refund request" className="grid gap-3 p-4! ring-warn">
      <h2>The customer asks for a refund</h2>
      <p className="text-small">
        “{request.reason}” For {goods}.
      </p>
      <div className="flex flex-wrap gap-3">
        <Button
          look="counter"
          size="sm"
          busy={busy}
          whyNot={order.cannotRefund}
          onClick={() => setDialog("approve")}
        >
          Approve…
        </Button>
        <Button look="outline" size="sm" busy={busy} onClick={() => setDialog("decline")}>
          Decline…
        </Button>
      </div>
      {answer.failure && <Notice tone="bad">{answer.failure}</Notice>}
      <AskFirst
        open={dialog === "approve"}
        title="Approve the refund?"
        text={`What was paid for ${goods} goes back to the customer.`}
        label="Approve and refund"
        onConfirm={() => {
          close();
          answer.run({ requestId: request.id, decision: "approve" });
        }}
        onClose={close}
      />
      {dialog === "decline" && (
        <ReasonedDialog
          title="Decline the refund?"
          label="Decline"
          onSubmit={(reason) => {
            close();
            answer.run({ requestId: request.id, decision: "decline", reason });
          }}
          onClose={close}
        />
      )}
    </Card>
  );
}

function goodsOf(order: StaffOrder, { lines }: RefundRequestSummary): string {
  if (!lines) return `all that is left, ${formatMoney(order.refundable)}`;
  return lines
    .map(({ variantId, quantity }) => {
      const line = order.lines.find((each) => each.variantId === variantId);
      return `${quantity} × ${line?.title ?? "an article"}`;
    })
    .join(", ");
}
