import { books } from "@tuckshop/db/audit/checks";
import { runDoctor } from "@tuckshop/db/audit/run-doctor";
import type { World } from "../world.ts";
import type { Finding, Subject } from "./finding.ts";

/** The doctor's checks: all of them at rest, and at work those that hold at every moment. */
export async function askDoctor({ shop }: World, when: "at work" | "at rest"): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const [subject, all] of Object.entries(books) as [Subject & keyof typeof books, Checks][]) {
    const checks = all.filter((check) => when === "at rest" || !check.settled);
    for (const { check, count, rows } of await runDoctor(shop.client.db, { checks, rowsMax: 10 })) {
      if (count > 0) findings.push({ subject, name: check.name, says: check.says, count, rows });
    }
  }
  return findings;
}

type Checks = (typeof books)[keyof typeof books];
