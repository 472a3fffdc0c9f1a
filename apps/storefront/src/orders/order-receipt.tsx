import type { RefundState } from "@tuckshop/contracts/machines";
import type { TrackedOrder } from "@tuckshop/contracts/orders";
import { formatMoney } from "@tuckshop/ui/money";
import { Receipt, type ReceiptLine } from "@tuckshop/ui/receipt";
import { Time } from "@tuckshop/ui/time";

const refundWords: Record<RefundState, string> = {
  requested: "is going back to you.",
  sent: "is on its way back to you.",
  succeeded: "has gone back to you.",
  failed: "could not be sent back yet. We are on it; call us if it takes long.",
};

export function OrderReceipt({ order }: { order: TrackedOrder }) {
  const { amounts, fulfilment, refunds } = order;
  const lines: ReceiptLine[] = order.lines.map((line) => ({
    key: line.variantId,
    label: `${line.quantity} × ${[line.title, line.variantTitle].filter(Boolean).join(", ")}`,
    amount: line.lineTotal,
  }));
  if (amounts.discount.minor > 0) {
    lines.push({ key: "discount", label: "Off the price", amount: amounts.discount });
  }
  lines.push({
    key: "delivery",
    label: fulfilment.method === "delivery" ? "Delivery" : "Pick up",
    amount: amounts.delivery.minor === 0 ? "free" : amounts.delivery,
  });
  if (amounts.fee.minor > 0)
    lines.push({ key: "fee", label: "Handling cash", amount: amounts.fee });
  lines.push({ key: "tax", label: "Includes GST", amount: amounts.taxIncluded, muted: true });
  return (
    <Receipt
      title="Receipt"
      lines={lines}
      total={amounts.total}
      aside={
        <span className="text-small text-ink-2">
          <Time at={order.placedAt} show="full" />
        </span>
      }
    >
      {refunds.map((refund, index) => (
        <p key={index} className="text-small text-ink-2">
          {formatMoney(refund.amount)} {refundWords[refund.state]}
        </p>
      ))}
    </Receipt>
  );
}
