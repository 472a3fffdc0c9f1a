import type { QuoteLine } from "@tuckshop/contracts/checkout";
import { CutPaper } from "@tuckshop/ui/cut-paper";
import { Money } from "@tuckshop/ui/money";
import { Table, type Column } from "@tuckshop/ui/table";

const columns: readonly Column<QuoteLine>[] = [
  { key: "item", header: "Item", rowHeader: true, cell: (line) => <Item line={line} /> },
  {
    key: "quantity",
    header: "Qty",
    numeric: true,
    cell: ({ quantity }) => <b className="text-[1.0625rem] leading-tight font-[650]">{quantity}</b>,
  },
  {
    key: "each",
    header: "Each",
    numeric: true,
    className: "max-sm:hidden",
    cell: ({ unitPrice }) => <Money value={unitPrice} />,
  },
  {
    key: "total",
    header: "Total",
    numeric: true,
    cell: ({ lineTotal }) => <Money value={lineTotal} />,
  },
];

/** What to pick from the shelves. */
export function OrderItems({ lines }: { lines: readonly QuoteLine[] }) {
  return <Table caption="Items" columns={columns} rows={lines} rowKey={(line) => line.variantId} />;
}

function Item({ line }: { line: QuoteLine }) {
  return (
    <span className="flex items-start gap-3">
      <span
        aria-hidden="true"
        data-hue={line.hue}
        className="w-9 shrink-0 overflow-hidden rounded-[6px]"
      >
        <CutPaper name={line.title} hue={line.hue} />
      </span>
      <span className="min-w-0">
        {line.title}
        {line.variantTitle && <span className="font-normal">, {line.variantTitle}</span>}
        <span className="block text-micro font-normal text-ink-2">{line.sku}</span>
      </span>
    </span>
  );
}
