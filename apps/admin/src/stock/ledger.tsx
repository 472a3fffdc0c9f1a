import type { StockEntry } from "@tuckshop/contracts/stock";
import { useWideScreen } from "../wide-screen.ts";
import { LedgerList } from "./ledger-list.tsx";
import { LedgerTable } from "./ledger-table.tsx";

export function Ledger({ entries }: { entries: readonly StockEntry[] }) {
  const isWide = useWideScreen();
  if (entries.length === 0) {
    return <p className="pb-3 text-small text-ink-2">Nothing has come in or gone out yet.</p>;
  }
  const rows = entries.map((entry, index) => ({ ...entry, place: String(index) }));
  return isWide ? <LedgerTable rows={rows} /> : <LedgerList rows={rows} />;
}
