import type { PaymentMethod, Quote } from "@tuckshop/contracts/checkout";
import { Receipt, type ReceiptLine } from "@tuckshop/ui/receipt";

type Props = { quote: Quote; area: string | null; method?: PaymentMethod | undefined };

/** The quote that was shown and will be charged. How one pays can change the total, so it says for which. */
export function CheckoutReceipt({ quote, area, method }: Props) {
  const chosen =
    quote.payments.find((payment) => payment.method === method) ??
    quote.payments.toSorted((a, b) => a.total.minor - b.total.minor)[0];
  if (!chosen) return null;
  const lines: ReceiptLine[] = quote.lines.map((line) => ({
    key: line.variantId,
    label: `${line.quantity} × ${[line.title, line.variantTitle].filter(Boolean).join(", ")}`,
    amount: line.lineTotal,
  }));
  if (quote.discount.minor > 0) {
    lines.push({ key: "discount", label: "Off the price", amount: quote.discount });
  }
  lines.push({
    key: "delivery",
    label: area ? `Delivery, ${area}` : "Pick up",
    amount: quote.delivery.minor === 0 ? "free" : quote.delivery,
  });
  if (chosen.fee.minor > 0) {
    lines.push({ key: "fee", label: "Handling cash", amount: chosen.fee });
  }
  lines.push({ key: "tax", label: "Includes GST", amount: quote.taxIncluded, muted: true });
  return <Receipt title="Your bag" lines={lines} total={chosen.total} />;
}
