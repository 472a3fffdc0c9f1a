import { writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { buildApps } from "@tuckshop/stack/build-apps";
import { planOf } from "./plan.ts";
import { progressOn } from "./progress.ts";
import { prove } from "./prove.ts";
import { findingsOf, reportLines } from "./report.ts";

/** Exit code: 0 everything holds, 1 something does not, 2 could not run, 130 interrupted. */
const notRun = 2;
const interruptedCode = 130;

/** Once each: who asks again, while everything is being stopped, does not wait for it. */
const interruption = new AbortController();
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
  process.once(signal, () => interruption.abort());
}

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      full: { type: "boolean", default: false },
      quick: { type: "boolean", default: false },
      seed: { type: "string", default: String(Math.floor(Math.random() * 1e9)) },
      only: { type: "string", multiple: true, default: [] },
      json: { type: "string" },
    },
  });
  const progress = progressOn(process.stderr);
  const plan = planOf(values.full ? "full" : "quick", values.seed, values.only);
  progress.line(`seed ${plan.seed}, ${plan.mode}; building what is stale`);
  await buildApps();
  const report = await prove(plan, progress, interruption.signal);
  process.stdout.write(`${reportLines(report).join("\n")}\n`);
  if (values.json) await writeFile(values.json, `${JSON.stringify(report, null, 2)}\n`);
  return findingsOf(report).length > 0 ? 1 : 0;
}

try {
  process.exit(await main());
} catch (error) {
  if (interruption.signal.aborted) {
    process.stderr.write("\nThe proof was interrupted: it says nothing, and its shop is gone.\n");
    process.exit(interruptedCode);
  }
  process.stderr.write(
    `\nThe proof could not be run: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  );
  process.exit(notRun);
}
