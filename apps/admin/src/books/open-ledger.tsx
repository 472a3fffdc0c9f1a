import { BookName, type BookCheck } from "@tuckshop/contracts/books";
import { clsx } from "clsx";
import { bookTitles, isFound } from "./book-words.ts";

const page = { width: 170, top: 10, lineHeight: 6, titleHeight: 20 };
const column = page.width / 2;

type Props = { checks: readonly BookCheck[]; label: string };

/**
 * The books as an open ledger: a column for each, a line for each check. A line that holds is drawn
 * through, dashed where it may be open while something is on its way; one that does not stands out.
 */
export function OpenLedger({ checks, label }: Props) {
  const columns = BookName.options.map((book) => ({
    book,
    lines: checks.filter((check) => check.book === book),
  }));
  const longest = Math.max(...columns.map(({ lines }) => lines.length));
  const height = page.top + page.titleHeight + longest * page.lineHeight + 12;
  return (
    <svg
      viewBox={`0 0 ${2 * page.width} ${height}`}
      role="img"
      aria-label={label}
      className="w-full"
    >
      <Pages height={height} />
      {columns.map(({ book, lines }, at) => (
        <g key={book} transform={`translate(${at * column + 13} ${page.top})`}>
          <text y={11} className="fill-ink-2 text-[9px] font-[650]">
            {bookTitles[book]}
          </text>
          {lines.map((check, line) => (
            <Line key={check.name} check={check} y={page.titleHeight + line * page.lineHeight} />
          ))}
        </g>
      ))}
    </svg>
  );
}

function Line({ check, y }: { check: BookCheck; y: number }) {
  const found = isFound(check);
  return (
    <g className={clsx("stroke-2", found ? "stroke-bad" : "stroke-ok")}>
      <line x2={column - 36} y1={y} y2={y} strokeDasharray={check.settled ? "3 2.5" : undefined} />
      {found ? (
        <path d={`M${column - 30} ${y - 2.5}l5 5m0-5l-5 5`} fill="none" />
      ) : (
        <path d={`M${column - 30} ${y}l2 2l4-4.5`} fill="none" className="stroke-[1.5]" />
      )}
    </g>
  );
}

/** Two sheets and the fold between them. */
function Pages({ height }: { height: number }) {
  const middle = page.width;
  return (
    <g className="fill-wash stroke-line-strong">
      <path
        d={`M${middle} 6C${middle - 40} 0 40 0 4 4V${height - 4}c36-4 ${middle - 44}-4 ${middle - 4} 2z`}
      />
      <path
        d={`M${middle} 6c40-6 ${middle - 40}-6 ${middle - 4}-2V${height - 4}c-36-4-${middle - 44}-4-${middle - 4} 2z`}
      />
    </g>
  );
}
