import { parseCommandLine } from "./command-line.ts";
import { doctor } from "./commands/doctor.ts";
import { prove } from "./commands/prove.ts";
import { readEnv } from "./env.ts";
import { printTo } from "./print.ts";
import { progressOn } from "./progress.ts";
import { run } from "./run.ts";
import { usage } from "./usage.ts";
import { UsageError } from "./user-error.ts";

const printError = printTo(process.stderr);

// Whoever reads us may have seen enough, as `head` does: that is no failure.
process.stdout.on("error", (error: NodeJS.ErrnoException) =>
  process.exit(error.code === "EPIPE" ? 0 : 1),
);

async function main(): Promise<number> {
  const invocation = parseCommandLine(process.argv.slice(2));
  if (invocation.command === "doctor") return await doctor(invocation);
  if (invocation.command === "prove") return await prove(invocation);
  const terminal = { print: printTo(process.stdout), progress: progressOn(process.stderr) };
  return (await run(invocation, readEnv(), terminal)) ? 0 : 1;
}

try {
  process.exitCode = await main();
} catch (error) {
  printError(error instanceof Error ? error.message : String(error));
  if (error instanceof UsageError) printError(`\n${usage.trimEnd()}`);
  process.exitCode = error instanceof UsageError ? 2 : 1;
}
