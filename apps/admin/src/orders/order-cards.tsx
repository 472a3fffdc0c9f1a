import { Link } from "@tanstack/react-router";
import { Money } from "@tuckshop/ui/money";
import { PaymentStateBadge } from "@tuckshop/ui/state-badge";
import { Time } from "@tuckshop/ui/time";
import { clsx } from "clsx";
import type { HeldRow } from "./hold-rows.ts";
import { RowState } from "./row-state.tsx";
import { whereTo } from "./where-to.ts";

type Props = { rows: readonly HeldRow[]; label: string };

/** Orders on a narrow screen. */
export function OrderCards({ rows, label }: Props) {
  return (
    <ul aria-label={`Orders: ${label}`} className="grid gap-3 sm:grid-cols-2">
      {rows.map((held) => (
        <OrderCard key={held.row.id} {...held} />
      ))}
    </ul>
  );
}

function OrderCard({ row, moved }: HeldRow) {
  return (
    <li
      className={clsx(
        "relative grid content-start gap-2 rounded-card bg-card p-4 ring-1 ring-line has-focus-visible:ring-line-strong",
        moved && "text-ink-2",
      )}
    >
      <div className="flex items-baseline justify-between gap-3">
        <Link
          to="/orders/$orderId"
          params={{ orderId: row.id }}
          className="font-[650] tabular-nums no-underline after:absolute after:inset-0 after:rounded-card"
        >
          {row.reference}
        </Link>
        <Money value={row.total} className="font-[650]" />
      </div>
      <p>
        {row.customerName}
        <span className="block text-small text-ink-2">
          {whereTo(row)} · <Time at={row.placedAt} />
        </span>
      </p>
      <p className="text-small text-ink-2">{row.itemSummary}</p>
      <div className="flex flex-wrap gap-2 pt-1">
        <PaymentStateBadge state={row.paymentState} />
        <RowState state={row.state} moved={moved} />
      </div>
    </li>
  );
}
