import { keepPreviousData } from "@tanstack/react-query";
import { trpc } from "@tuckshop/client/react";
import type { Money } from "@tuckshop/contracts/money";
import type { StaffOrder } from "@tuckshop/contracts/orders";
import type { PricedRefund, RefundWish } from "@tuckshop/contracts/refunds";
import { formatMoney } from "@tuckshop/ui/money";
import { useState } from "react";
import { chosenLines, type Quantities } from "./line-quantities.tsx";
import { refundAmount } from "./refund-amount.ts";
import { refusedWords } from "./refused-words.ts";

export type RefundKind = RefundWish["kind"];

/** What somebody has put together in the refund dialog so far, and what of it is missing. */
export function useRefundWish(order: StaffOrder) {
  const [kind, setKind] = useState<RefundKind>("rest");
  const [quantities, setQuantities] = useState<Quantities>({});
  const [text, setText] = useState("");
  const lines = chosenLines(order.lines, quantities);
  const priced = trpc.staff.orders.priceRefund.useQuery(
    { orderId: order.id, lines },
    { enabled: kind === "lines" && lines.length > 0, placeholderData: keepPreviousData },
  );
  const typed = refundAmount(text, order.refundable.currency);
  const pieces = {
    rest: () => ({ refund: { kind: "rest" }, amount: order.refundable, missing: null }),
    lines: () => ({
      refund: { kind: "lines", lines },
      amount: lines.length > 0 ? (priced.data?.amount ?? null) : null,
      missing: lines.length === 0 ? "Choose at least one article." : missingPrice(priced),
    }),
    amount: () => ({
      refund: typed && { kind: "amount", amount: typed },
      amount: typed,
      missing: missingAmount(typed, order.refundable),
    }),
  } satisfies Record<RefundKind, () => Piece>;
  return { kind, setKind, quantities, setQuantities, text, setText, ...pieceOf(pieces, kind) };
}

type Piece = { refund: RefundWish | null; amount: Money | null; missing: string | null };

const pieceOf = (pieces: Record<RefundKind, () => Piece>, kind: RefundKind): Piece =>
  pieces[kind]();

type Priced = { data?: PricedRefund | undefined; error: unknown };

function missingPrice({ data, error }: Priced): string | null {
  if (error) return refusedWords(error);
  return data ? tooMuch(data.amount, data.left) : "One moment…";
}

const tooMuch = (wanted: Money, left: Money): string | null =>
  wanted.minor > left.minor ? `That is more than ${formatMoney(left)}.` : null;

function missingAmount(typed: Money | null, left: Money): string | null {
  if (!typed) return "Write an amount, such as 60 or 62.50.";
  return tooMuch(typed, left);
}
