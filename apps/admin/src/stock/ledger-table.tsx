import { Table, type Column } from "@tuckshop/ui/table";
import { Time } from "@tuckshop/ui/time";
import { actorWords } from "../who-and-why.ts";
import { EntryKind, entryCause, entryChange } from "./entry-words.tsx";
import type { LedgerRow } from "./ledger-row.ts";

const columns: readonly Column<LedgerRow>[] = [
  { key: "at", header: "When", className: "whitespace-nowrap", cell: ({ at }) => <Time at={at} /> },
  {
    key: "what",
    header: "What",
    className: "whitespace-nowrap",
    cell: ({ kind }) => (
      <span className="-my-1 block">
        <EntryKind kind={kind} />
      </span>
    ),
  },
  {
    key: "why",
    header: "Why",
    className: "w-1/2",
    cell: (entry) => (
      <>
        <span className="wrap-anywhere">{entryCause(entry)}</span>
        <span className="text-small text-ink-2"> {actorWords(entry.actor)}</span>
      </>
    ),
  },
  {
    key: "change",
    header: "Change",
    numeric: true,
    cell: (entry) => <b className="font-[650]">{entryChange(entry)}</b>,
  },
  { key: "balance", header: "On hand after", numeric: true, cell: ({ balance }) => balance },
];

export function LedgerTable({ rows }: { rows: readonly LedgerRow[] }) {
  return <Table caption="Ledger" columns={columns} rows={rows} rowKey={({ place }) => place} />;
}
