import { Link } from "@tanstack/react-router";
import type { BookCheck, OffendingRow } from "@tuckshop/contracts/books";
import { Table, type Column } from "@tuckshop/ui/table";
import { Time } from "@tuckshop/ui/time";

type Row = OffendingRow & { place: string };

/** The rows for which a check does not hold, each leading to the page that shows what it is about. */
export function OffendingRows({ check }: { check: BookCheck }) {
  const rows = check.rows.map((row, index) => ({ ...row, place: String(index) }));
  return (
    <details open className="mt-1.5 sm:pl-7.5">
      <summary className="inline-flex min-h-8 cursor-pointer items-center rounded-[6px] text-small text-ink-2 underline underline-offset-[0.18em]">
        Which rows
      </summary>
      <Table
        caption={`Rows for which ${check.name} does not hold`}
        columns={columnsOf(check)}
        rows={rows}
        rowKey={({ place }) => place}
      />
      {check.count > rows.length && (
        <p className="py-2 text-small text-ink-2">and {check.count - rows.length} more</p>
      )}
    </details>
  );
}

function columnsOf({ rows }: BookCheck): Column<Row>[] {
  const titles = Object.keys(rows[0]?.cells ?? {});
  const columns = titles.map((title): Column<Row> => ({
    key: title,
    header: title.replaceAll("_", " "),
    numeric: rows.every(({ cells }) => typeof cells[title] === "number"),
    className: "text-small",
    cell: ({ cells }) => <Cell value={cells[title]} />,
  }));
  const leads = rows.some(({ orderId, sku }) => orderId ?? sku);
  if (!leads) return columns;
  return [{ key: "look", header: "Look", className: "text-small", cell: Look }, ...columns];
}

function Look({ orderId, sku }: Row) {
  return (
    <span className="flex flex-wrap gap-x-3 whitespace-nowrap">
      {orderId && (
        <Link to="/orders/$orderId" params={{ orderId }} className="underline">
          Order<span className="sr-only"> {orderId}</span>
        </Link>
      )}
      {sku && (
        <Link to="/stock/$sku" params={{ sku }} className="underline">
          Ledger<span className="sr-only"> of {sku}</span>
        </Link>
      )}
    </span>
  );
}

const ourId = /^[a-z]{3}_[0-9a-f]{32}$/;
const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d/;

function Cell({ value }: { value: OffendingRow["cells"][string] | undefined }) {
  if (value === null || value === undefined) return <span className="text-ink-2">none</span>;
  if (typeof value === "string" && instant.test(value)) return <Time at={value} show="seconds" />;
  const text = String(value);
  // All of it is there to be copied; its end tells two apart.
  if (ourId.test(text)) {
    return (
      <span title={text} className="block max-w-36 overflow-hidden text-ellipsis whitespace-nowrap">
        {text}
      </span>
    );
  }
  return text;
}
