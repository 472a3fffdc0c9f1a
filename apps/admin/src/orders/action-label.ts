import type { AllowedAction, StaffOrder } from "@tuckshop/contracts/orders";
import { formatMoney } from "@tuckshop/ui/money";

/** The server’s label, and when the press moves money, how much: “Cancel and refund ₹455”. */
export function actionLabel(
  { payment, refundable }: StaffOrder,
  { action, label }: AllowedAction,
): string {
  const amount = formatMoney(payment.amount);
  if (action === "cancel" && payment.state === "captured") {
    return `${label} ${formatMoney(refundable)}`;
  }
  const takesCash = action === "deliver" || action === "collect";
  if (takesCash && payment.state === "due") return `${label}, ${amount}`;
  return label;
}
