import type { OrderState, PaymentState } from "@tuckshop/contracts/machines";
import { Chip, type Tone } from "./chip.tsx";

type Badge = { tone: Tone; word: string };

const orderBadges: Record<OrderState, Badge> = {
  pending_payment: { tone: "warn", word: "Waiting for payment" },
  confirmed: { tone: "counter", word: "Confirmed" },
  packed: { tone: "warn", word: "Packed" },
  out_for_delivery: { tone: "warn", word: "On its way" },
  ready_for_pickup: { tone: "warn", word: "Ready for pickup" },
  delivered: { tone: "ok", word: "Delivered" },
  returned: { tone: "plain", word: "Returned" },
  expired: { tone: "plain", word: "Expired unpaid" },
  cancelled: { tone: "bad", word: "Cancelled" },
};

const paymentBadges: Record<PaymentState, Badge> = {
  created: { tone: "warn", word: "Not paid yet" },
  open: { tone: "warn", word: "Not paid yet" },
  captured: { tone: "ok", word: "Paid once" },
  failed: { tone: "bad", word: "Payment failed" },
  cancelled: { tone: "plain", word: "Nothing charged" },
  due: { tone: "warn", word: "Cash due" },
  collected: { tone: "ok", word: "Paid in cash" },
  waived: { tone: "plain", word: "Nothing to pay" },
  surplus: { tone: "bad", word: "Paid twice" },
};

export function OrderStateBadge({ state }: { state: OrderState }) {
  return <Chip tone={orderBadges[state].tone}>{orderBadges[state].word}</Chip>;
}

/** `amount` is already written out: “Paid once · ₹455”. */
export function PaymentStateBadge({ state, amount }: { state: PaymentState; amount?: string }) {
  const { tone, word } = paymentBadges[state];
  return <Chip tone={tone}>{amount ? `${word} · ${amount}` : word}</Chip>;
}
