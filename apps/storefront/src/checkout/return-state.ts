import type { PaymentStatus } from "@tuckshop/contracts/payments";

/**
 * What the page may honestly say about the money:
 * - `paid`: there is nothing left to do here, cash orders included;
 * - `over`: it can no longer be paid, and nothing was charged;
 * - `unpaid`: it can still be paid;
 * - `confirming`: a few seconds are normal;
 * - `unknown`: they have passed, and saying “failed” would be a guess.
 */
export type ReturnState = "paid" | "over" | "unpaid" | "confirming" | "unknown";

const patienceMs = 20_000;

export function returnState(
  status: PaymentStatus | undefined,
  { cancelled, waitedMs }: { cancelled: boolean; waitedMs: number },
): ReturnState {
  const waiting = waitedMs < patienceMs ? "confirming" : "unknown";
  if (!status) return waiting;
  const { paymentState, orderState, asked } = status;
  if (paymentState === "captured" || paymentState === "collected" || paymentState === "due") {
    return "paid";
  }
  if (orderState === "expired" || orderState === "cancelled") return "over";
  if (paymentState === "failed" || paymentState === "cancelled") return "unpaid";
  // Back from the provider’s page without paying: it says so itself when it can be asked.
  if (cancelled && asked) return "unpaid";
  return waiting;
}
