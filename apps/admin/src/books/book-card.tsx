import type { BookCheck, BookName } from "@tuckshop/contracts/books";
import { Card } from "@tuckshop/ui/card";
import { Chip } from "@tuckshop/ui/chip";
import { Check, X } from "lucide-react";
import { bookTitles, isFound, rowsWords } from "./book-words.ts";
import { OffendingRows } from "./offending-rows.tsx";

/** One book, a line per check; those that do not hold come first, with their rows. */
export function BookCard({ book, checks }: { book: BookName; checks: readonly BookCheck[] }) {
  const found = checks.filter(isFound);
  const holding = checks.filter((check) => !isFound(check));
  const title = bookTitles[book];
  return (
    <Card aria-label={title} className="p-0!">
      <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1 px-4 pt-4 pb-2">
        <h2>{title}</h2>
        {found.length > 0 ? (
          <Chip tone="bad">
            {found.length} of {checks.length} not held
          </Chip>
        ) : (
          <Chip tone="ok">All {checks.length} hold</Chip>
        )}
      </div>
      <ul>
        {[...found, ...holding].map((check) => (
          <li key={check.name} className="border-t border-line px-4 py-2.5">
            <CheckLine check={check} />
            {isFound(check) && <OffendingRows check={check} />}
          </li>
        ))}
      </ul>
    </Card>
  );
}

function CheckLine({ check }: { check: BookCheck }) {
  const { name, says, settled, count, ms } = check;
  const found = isFound(check);
  const Mark = found ? X : Check;
  return (
    <div className="grid grid-cols-[1.25rem_minmax(0,1fr)_auto] gap-x-2.5">
      <Mark
        aria-hidden="true"
        className={found ? "mt-0.5 size-4.5 text-bad" : "mt-0.5 size-4.5 text-ok"}
        strokeWidth={2.25}
      />
      <p className={found ? "font-[650]" : undefined}>
        <span className="sr-only">{found ? "Does not hold: " : "Holds: "}</span>
        {says}
        <span className="block text-micro font-normal wrap-anywhere text-ink-2">
          {name}
          {settled && " · once nothing is on its way"}
        </span>
      </p>
      <p className="text-right text-micro whitespace-nowrap text-ink-2 tabular-nums">
        {found && <b className="block text-small text-bad">{rowsWords(count)}</b>}
        {ms} ms
      </p>
    </div>
  );
}
