import { Money } from "@tuckshop/ui/money";
import { Table, type Column } from "@tuckshop/ui/table";
import { busiestHour, hourWords, salesFinding, type HourSales } from "./hour-sales.ts";
import { SalesBars } from "./sales-bars.tsx";

const columns: readonly Column<HourSales>[] = [
  { key: "hour", header: "From", rowHeader: true, cell: ({ hour }) => hourWords(hour) },
  { key: "orders", header: "Orders", numeric: true, cell: ({ orders }) => orders },
  { key: "sales", header: "Sales", numeric: true, cell: ({ sales }) => <Money value={sales} /> },
];

export function SalesByHour({ hours }: { hours: readonly HourSales[] }) {
  const finding = salesFinding(hours);
  const isEmpty = busiestHour(hours) === undefined;
  return (
    <>
      <h2>{finding}</h2>
      <p className="text-small text-ink-2">
        {isEmpty ? "The first one opens the chart." : "Sales by hour"}
      </p>
      {!isEmpty && (
        <>
          <SalesBars hours={hours} label={finding} />
          <details className="mt-3">
            <summary className="inline-flex min-h-8 items-center rounded-[6px] text-small text-ink-2 underline underline-offset-[0.18em]">
              Show as table
            </summary>
            <Table
              caption="Sales by hour"
              columns={columns}
              rows={hours}
              rowKey={({ hour }) => String(hour)}
            />
          </details>
        </>
      )}
    </>
  );
}
