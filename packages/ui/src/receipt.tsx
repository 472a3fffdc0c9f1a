import type { Money as MoneyValue } from "@tuckshop/contracts/money";
import { clsx } from "clsx";
import type { ReactNode } from "react";
import { Money } from "./money.tsx";

export type ReceiptLine = {
  key: string;
  label: string;
  /** An amount, or words in its place: “free”, “by pincode, next step”. */
  amount: MoneyValue | string;
  /** Set back: what is contained in another line, such as tax. */
  muted?: boolean;
};

type Props = {
  title: string;
  lines: readonly ReceiptLine[];
  total: MoneyValue;
  totalLabel?: string;
  /** The numbers are the last settled ones while newer ones are on their way. */
  busy?: boolean;
  /** Beside the title. */
  aside?: ReactNode;
  /** Below the total. */
  children?: ReactNode;
};

/** The torn card on which everything about money stands. */
export function Receipt(props: Props) {
  const { title, lines, total, totalLabel = "Total", busy = false, aside, children } = props;
  return (
    <section className="receipt-outline" aria-label={title} aria-busy={busy}>
      <div className="receipt">
        <div className="flex items-center justify-between gap-3">
          <h2>{title}</h2>
          {aside}
        </div>
        <dl className={clsx("mt-3 grid gap-2 text-small transition-opacity", busy && "opacity-85")}>
          {lines.map((line) => (
            <Row key={line.key} line={line} />
          ))}
          <div className="flex items-baseline justify-between gap-4 border-t border-dashed border-line-strong pt-2.5">
            <dt className="font-bold">{totalLabel}</dt>
            <dd className="font-display text-[1.25rem]">
              <Money value={total} />
            </dd>
          </div>
        </dl>
        {children && <div className="mt-4">{children}</div>}
      </div>
    </section>
  );
}

function Row({ line }: { line: ReceiptLine }) {
  const { label, amount, muted = false } = line;
  return (
    <div className={clsx("flex items-baseline justify-between gap-4", muted && "text-ink-2")}>
      <dt className="min-w-0">{label}</dt>
      <dd className="text-right tabular-nums">
        {typeof amount === "string" ? amount : <Money value={amount} />}
      </dd>
    </div>
  );
}
