import { Link } from "@tanstack/react-router";
import { Money } from "@tuckshop/ui/money";
import { PaymentStateBadge } from "@tuckshop/ui/state-badge";
import { Time } from "@tuckshop/ui/time";
import { clsx } from "clsx";
import type { HeldRow } from "./hold-rows.ts";
import { whereTo } from "./where-to.ts";
import { RowState } from "./row-state.tsx";

type Props = { rows: readonly HeldRow[]; label: string };

/** Below xl the items give way: they stand on the page of the order. */
const items = "max-xl:hidden";

const heads = [
  { head: "Order" },
  { head: "Customer", className: "max-xl:w-full" },
  { head: "Items", className: items },
  { head: "Payment" },
  { head: "State" },
  { head: "Total", className: "text-right" },
];

/** Orders on a wide screen. The whole row opens the order; its link is the reference. */
export function OrdersTable({ rows, label }: Props) {
  return (
    <div className="overflow-x-auto rounded-card bg-card ring-1 ring-line">
      <table className="w-full border-collapse text-left">
        <caption className="sr-only">Orders: {label}</caption>
        <thead>
          <tr className="border-b border-line text-[0.8125rem] text-ink-2">
            {heads.map(({ head, className }) => (
              <th key={head} scope="col" className={clsx(cell, "font-semibold", className)}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((held) => (
            <OrderLine key={held.row.id} {...held} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

const cell = "px-2 py-1.5 first:pl-4 last:pr-4";

function OrderLine({ row, moved }: HeldRow) {
  return (
    <tr
      className={clsx(
        "relative border-b border-line leading-tight transition-colors duration-120 last:border-0 hover:bg-wash has-focus-visible:bg-wash",
        moved && "text-ink-2",
      )}
    >
      <th scope="row" className={clsx(cell, "font-normal whitespace-nowrap")}>
        <Link
          to="/orders/$orderId"
          params={{ orderId: row.id }}
          className="font-[650] tabular-nums no-underline after:absolute after:inset-0"
        >
          {row.reference}
        </Link>
        <Time at={row.placedAt} className="block text-micro text-ink-2" />
      </th>
      <td className={clsx(cell, "xl:whitespace-nowrap")}>
        {row.customerName}
        <span className="block text-micro text-ink-2">{whereTo(row)}</span>
      </td>
      <td className={clsx(cell, items, "w-full text-small text-ink-2")}>{row.itemSummary}</td>
      <td className={clsx(cell, "whitespace-nowrap")}>
        <PaymentStateBadge state={row.paymentState} />
      </td>
      <td className={clsx(cell, "whitespace-nowrap")}>
        <RowState state={row.state} moved={moved} />
      </td>
      <td className={clsx(cell, "text-right font-[650]")}>
        <Money value={row.total} />
      </td>
    </tr>
  );
}
