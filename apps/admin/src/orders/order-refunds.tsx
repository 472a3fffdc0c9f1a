import type { RefundState } from "@tuckshop/contracts/machines";
import type { StaffOrder } from "@tuckshop/contracts/orders";
import { Button } from "@tuckshop/ui/button";
import { Card } from "@tuckshop/ui/card";
import { Chip, type Tone } from "@tuckshop/ui/chip";
import { Money } from "@tuckshop/ui/money";
import { useState } from "react";
import { RefundAgain } from "./refund-again.tsx";
import { RefundDialog } from "./refund-dialog.tsx";
import { ReturnDialog } from "./return-dialog.tsx";

const badges: Record<RefundState, { tone: Tone; word: string }> = {
  requested: { tone: "warn", word: "Owed" },
  sent: { tone: "warn", word: "On its way" },
  succeeded: { tone: "ok", word: "Paid back" },
  failed: { tone: "bad", word: "Failed" },
};

/** Money that went back or may go back, and goods with it. Nothing to see before something was paid. */
export function OrderRefunds({ order }: { order: StaffOrder }) {
  const [dialog, setDialog] = useState<"refund" | "return" | null>(null);
  const { refunds, refundable, cannotRefund, cannotReturn } = order;
  if (refunds.length === 0 && refundable.minor === 0) return null;
  const close = () => setDialog(null);
  return (
    <Card aria-label="Refunds" className="grid gap-3 p-4!">
      <h2>Refunds</h2>
      {refunds.length > 0 && (
        <ul className="grid gap-3 text-small">
          {refunds.map((refund) => (
            <Refund key={refund.id} refund={refund} order={order} />
          ))}
        </ul>
      )}
      <p className="flex items-center justify-between gap-3 text-small text-ink-2">
        Left to refund
        <Money value={refundable} className="font-[650]" />
      </p>
      <Button look="outline" size="sm" whyNot={cannotRefund} onClick={() => setDialog("refund")}>
        Refund…
      </Button>
      {cannotReturn === null && (
        <Button look="outline" size="sm" onClick={() => setDialog("return")}>
          Take goods back…
        </Button>
      )}
      {dialog === "refund" && <RefundDialog order={order} onClose={close} />}
      {dialog === "return" && <ReturnDialog order={order} onClose={close} />}
    </Card>
  );
}

type RefundProps = { refund: StaffOrder["refunds"][number]; order: StaffOrder };

function Refund({ refund, order }: RefundProps) {
  const { state, amount, reason, lines } = refund;
  const goods = lines.map(({ variantId, quantity }) => {
    const line = order.lines.find((each) => each.variantId === variantId);
    return `${quantity} × ${line?.title ?? "an article"}`;
  });
  return (
    <li className="grid gap-1">
      <span className="flex items-center justify-between gap-3">
        <Money value={amount} className="font-[650]" />
        <Chip tone={badges[state].tone}>{badges[state].word}</Chip>
      </span>
      <span className="text-ink-2">{[goods.join(", "), reason].filter(Boolean).join(": ")}</span>
      {refund.isOwed && <RefundAgain refund={refund} order={order} />}
    </li>
  );
}
