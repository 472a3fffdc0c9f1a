import { Time } from "@tuckshop/ui/time";
import { actorWords } from "../who-and-why.ts";
import { EntryKind, entryCause, entryChange } from "./entry-words.tsx";
import type { LedgerRow } from "./ledger-row.ts";

/** The ledger on a narrow screen. */
export function LedgerList({ rows }: { rows: readonly LedgerRow[] }) {
  return (
    <ul aria-label="Ledger">
      {rows.map((entry) => (
        <li
          key={entry.place}
          className="grid grid-cols-[1fr_auto] gap-x-3 gap-y-1.5 border-t border-line py-3"
        >
          <span>
            <EntryKind kind={entry.kind} />
          </span>
          <b className="text-right font-display text-[1.125rem] tabular-nums">
            {entryChange(entry)}
          </b>
          <span className="wrap-anywhere">
            {entryCause(entry)}
            <span className="block text-small text-ink-2">
              <Time at={entry.at} /> {actorWords(entry.actor)}
            </span>
          </span>
          <span className="self-end text-small text-ink-2 tabular-nums">
            {entry.balance} on hand
          </span>
        </li>
      ))}
    </ul>
  );
}
