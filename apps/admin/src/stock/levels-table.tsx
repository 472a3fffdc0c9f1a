import type { StockLevel } from "@tuckshop/contracts/stock";
import { Table, type Column } from "@tuckshop/ui/table";
import { CounterChip } from "./counter-chip.tsx";
import { LevelName } from "./level-name.tsx";
import { StockButtons } from "./stock-buttons.tsx";

const columns: readonly Column<StockLevel>[] = [
  { key: "name", header: "Article", rowHeader: true, cell: (level) => <LevelName level={level} /> },
  {
    key: "sku",
    header: "SKU",
    className: "whitespace-nowrap",
    cell: ({ sku }) => <span className="text-small text-ink-2">{sku}</span>,
  },
  {
    key: "counter",
    header: "Counter",
    className: "whitespace-nowrap",
    cell: ({ category }) => (
      <span className="-my-1 block">
        <CounterChip category={category} />
      </span>
    ),
  },
  { key: "onHand", header: "On hand", numeric: true, cell: ({ onHand }) => onHand },
  { key: "held", header: "Held", numeric: true, cell: ({ reserved }) => reserved },
  {
    key: "free",
    header: "Free",
    numeric: true,
    cell: ({ available }) => <b className="font-[700]">{available}</b>,
  },
  {
    key: "change",
    header: "Change",
    className: "w-0 pl-6",
    cell: (level) => (
      <div className="-my-2 -ml-2">
        <StockButtons level={level} look="quiet" />
      </div>
    ),
  },
];

/** On hand is on the shelf, held is promised to somebody, free is what can still be sold. */
export function LevelsTable({ levels }: { levels: readonly StockLevel[] }) {
  return (
    <div className="rounded-card bg-card px-4 pt-1 ring-1 ring-line">
      <Table caption="Stock" columns={columns} rows={levels} rowKey={({ sku }) => sku} />
    </div>
  );
}
