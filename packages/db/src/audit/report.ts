import type { CheckResult, Finding } from "./run-doctor.ts";

/** A line per check, the offending rows below it, and a summary. */
export function reportLines(results: readonly CheckResult[]): string[] {
  const nameWidth = Math.max(...results.map(({ check }) => check.name.length));
  const lines = results.flatMap(({ check, rows, count, ms }) => {
    const name = check.name.padEnd(nameWidth);
    if (count === 0) return [`ok    ${name}  ${ms} ms`];
    const more = count > rows.length ? [`      and ${count - rows.length} more`] : [];
    const when = check.settled ? " (once nothing is on its way)" : "";
    return [
      `FOUND ${name}  ${rowsText(count)}. What must hold${when}: ${check.says}`,
      ...tableLines(rows).map((line) => `      ${line}`),
      ...more,
    ];
  });
  return [...lines, "", summary(results)];
}

function summary(results: readonly CheckResult[]): string {
  const found = results.filter(({ count }) => count > 0);
  const seconds = results.reduce((sum, { ms }) => sum + ms, 0) / 1_000;
  const run = `${results.length} checks in one snapshot, ${seconds.toFixed(1)} s`;
  if (found.length === 0) return `${run}: all hold.`;
  const rows = found.reduce((sum, { count }) => sum + count, 0);
  return `${run}: ${found.length} found ${rowsText(rows)}.`;
}

const rowsText = (count: number): string => `${count} ${count === 1 ? "row" : "rows"}`;

function tableLines(rows: readonly Finding[]): string[] {
  const titles = Object.keys(rows[0] ?? {});
  const lines = [titles, ...rows.map((row) => titles.map((title) => cellText(row[title])))];
  const widths = titles.map((_title, at) =>
    Math.max(...lines.map((line) => line[at]?.length ?? 0)),
  );
  return lines.map((line) =>
    line
      .map((cell, at) => cell.padEnd(widths[at] ?? 0))
      .join("  ")
      .trimEnd(),
  );
}

/** What came from outside, as an event's type did, must not steer the terminal it is shown at. */
function cellText(value: unknown): string {
  const text = typeof value === "string" ? value : JSON.stringify(value ?? null);
  return text.replace(/\p{Cc}/gu, "\ufffd");
}
