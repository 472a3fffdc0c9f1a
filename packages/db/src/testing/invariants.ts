import { expect } from "vitest";
import { checks } from "../audit/checks.ts";
import { runDoctor } from "../audit/run-doctor.ts";
import type { Db } from "../schema.ts";

/**
 * Fails with the offending rows when anything that must hold at every moment does not. A test of one
 * part, which does only half of what a command does, names the checks that see the other half missing.
 */
export async function expectInvariants(
  db: Db,
  { without = [] }: { without?: readonly string[] } = {},
): Promise<void> {
  await expectNothingFound(
    db,
    checks.filter((check) => !check.settled && !without.includes(check.name)),
  );
}

/** When nothing is on its way any more: no stock is held, and nobody owes or is owed but cash that is due. */
export async function expectSettled(db: Db): Promise<void> {
  await expectNothingFound(db, [
    ...checks.filter((check) => check.name === "receivable-settled"),
    {
      name: "nothing-held",
      says: "No stock is held.",
      settled: true,
      sql: "select id as claim_id from audit.claims where state = 'held'",
    },
    {
      name: "nothing-on-its-way-back",
      says: "No refund is on its way.",
      settled: true,
      sql: "select id as refund_id from audit.refunds where state in ('requested', 'sent')",
    },
  ]);
}

async function expectNothingFound(db: Db, wanted: typeof checks): Promise<void> {
  const results = await runDoctor(db, { checks: wanted });
  const findings = results.filter(({ count }) => count > 0);
  expect(
    findings.map(({ check, count, rows }) => ({ [check.name]: check.says, count, rows })),
    findings.map(({ check }) => check.name).join(", "),
  ).toEqual([]);
}
