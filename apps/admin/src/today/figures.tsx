import type { Today } from "@tuckshop/contracts/orders";
import { formatMoney } from "@tuckshop/ui/money";

/** The day in six numbers, all of them the server’s. */
export function Figures({ today }: { today: Today }) {
  const figures = [
    { label: "Sales", value: formatMoney(today.sales) },
    { label: "Cancelled or refunded", value: formatMoney(today.refunds) },
    { label: "Net sales", value: formatMoney(today.netSales) },
    { label: "Orders", value: String(today.orderCount) },
    { label: "Average order", value: formatMoney(today.averageOrder) },
    { label: "Cash due", value: formatMoney(today.cashDue) },
  ];
  return (
    <dl className="grid grid-cols-2 gap-px overflow-hidden rounded-card bg-line ring-1 ring-line xl:grid-cols-3">
      {figures.map(({ label, value }) => (
        <div key={label} className="grid gap-1 bg-card px-4 py-3.5">
          <dt className="text-small text-ink-2">{label}</dt>
          <dd className="font-display text-[clamp(1.25rem,1rem+1.2vw,1.625rem)] leading-tight tracking-[-0.01em] tabular-nums">
            {value}
          </dd>
        </div>
      ))}
    </dl>
  );
}
