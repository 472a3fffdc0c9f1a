import { subjects, type Finding } from "./oracle/finding.ts";
import type { Mode } from "./plan.ts";

export type ActReport = {
  name: string;
  seconds: number;
  /** How often each kind of each fault struck. */
  struck: Record<string, number>;
  purchases: number;
  requests: number;
  /** Told to come again, or without any answer. */
  troubled: number;
  findings: Finding[];
};

export type ProofReport = {
  mode: Mode;
  seed: string;
  seconds: number;
  acts: ActReport[];
  /** How often each named point was reached. */
  crashPoints: Record<string, number>;
  visits: Record<string, number>;
  requests: Record<string, number>;
  /** How processes ended. */
  endings: Record<string, number>;
  purchases: number;
  charges: number;
  receipts: number;
  convergedSeconds: number;
  restSeconds: number;
};

export const findingsOf = ({ acts }: ProofReport): Finding[] =>
  acts.flatMap(({ findings }) => findings);

/** The proof for people: faults by invariants, the figures, and every finding. */
export function reportLines(report: ProofReport): string[] {
  const findings = findingsOf(report);
  return [
    "",
    ...actTable(report.acts),
    "",
    ...crashLines(report.crashPoints),
    `visits     ${counts(report.visits)}`,
    `requests   ${counts(report.requests)}`,
    `processes  ${counts(report.endings)}`,
    `purchases  ${report.purchases} acknowledged, ${report.charges} charges, ${report.receipts} receipts of stock`,
    `converged  ${report.convergedSeconds.toFixed(1)} s after the last fault; at rest after ${report.restSeconds.toFixed(1)} s`,
    "",
    ...report.acts.flatMap(findingLines),
    `seed ${report.seed}, ${report.mode}, ${report.seconds.toFixed(0)} s: ` +
      (findings.length === 0 ? "everything holds." : `${findings.length} FINDINGS.`),
  ];
}

function actTable(acts: readonly ActReport[]): string[] {
  const head = ["fault", "struck", "s", "bought", "requests", "come again", ...subjects];
  const rows = acts.map(({ name, struck, seconds, purchases, requests, troubled, findings }) => [
    name,
    String(Object.values(struck).reduce((sum, count) => sum + count, 0) || ""),
    seconds.toFixed(0),
    String(purchases),
    String(requests),
    String(troubled),
    ...subjects.map((subject) =>
      String(
        findings
          .filter((finding) => finding.subject === subject)
          .reduce((sum, { count }) => sum + count, 0),
      ),
    ),
  ]);
  const widths = head.map((title, at) =>
    Math.max(title.length, ...rows.map((row) => row[at]?.length ?? 0)),
  );
  return [head, ...rows].map((row) =>
    row
      .map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
      .join("  "),
  );
}

function crashLines(points: Record<string, number>): string[] {
  const lines = Object.entries(points).map(
    ([name, count]) => `  ${count > 0 ? `${count} ×` : "NOT"} ${name}`,
  );
  return lines.length === 0 ? [] : ["crash points reached", ...lines.toSorted(), ""];
}

const counts = (record: Record<string, number>): string =>
  Object.entries(record)
    .map(([name, count]) => `${count} ${name}`)
    .join(", ");

const findingLines = ({ name, findings }: ActReport): string[] =>
  findings.flatMap((finding) => [
    `FOUND in ${name}: ${finding.name}, ${finding.count} rows. What must hold: ${finding.says}`,
    ...finding.rows.map((row) => `      ${JSON.stringify(row)}`),
  ]);
