import type { PaymentState } from "@tuckshop/contracts/machines";

type Paid = {
  state: PaymentState;
  amount_minor: number;
  captured_minor: number;
  refunded_minor: number;
};

/** What was paid and neither refunded yet nor on its way back. To show it; the row itself decides. */
export function leftToRefund({ state, ...payment }: Paid): number {
  const paidMinor = state === "collected" ? payment.amount_minor : payment.captured_minor;
  return paidMinor - payment.refunded_minor;
}
