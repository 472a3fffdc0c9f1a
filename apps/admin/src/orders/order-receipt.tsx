import type { StaffOrder } from "@tuckshop/contracts/orders";
import { formatMoney } from "@tuckshop/ui/money";
import { Receipt, type ReceiptLine } from "@tuckshop/ui/receipt";

/** The money of an order, as the server added it up. */
export function OrderReceipt({ order }: { order: StaffOrder }) {
  const { amounts } = order;
  return <Receipt title="Receipt" lines={receiptLines(order)} total={amounts.total} />;
}

function receiptLines({ amounts, fulfilment, payment }: StaffOrder): ReceiptLine[] {
  const { subtotal, discount, delivery, fee, taxIncluded } = amounts;
  const lines: ReceiptLine[] = [{ key: "items", label: "Items", amount: subtotal }];
  if (discount.minor > 0) {
    lines.push({ key: "discount", label: "Discount", amount: `−${formatMoney(discount)}` });
  }
  lines.push({
    key: "delivery",
    label: fulfilment.method === "pickup" ? "Pickup" : "Delivery",
    amount: delivery.minor > 0 ? delivery : "free",
  });
  if (fee.minor > 0) {
    lines.push({
      key: "fee",
      label: payment.method === "cash" ? "Cash handling" : "Card fee",
      amount: fee,
    });
  }
  lines.push({ key: "tax", label: "Tax included", amount: taxIncluded, muted: true });
  return lines;
}
