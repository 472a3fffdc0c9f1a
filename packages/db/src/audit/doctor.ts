import { parseArgs } from "node:util";
import { createClient } from "../client.ts";
import { readDatabaseUrl } from "./env.ts";
import { reportLines } from "./report.ts";
import { runDoctor, type CheckResult } from "./run-doctor.ts";

/** Looks at the database of DATABASE_URL. Exit code: 0 all holds, 1 something does not, 2 not looked. */
const found = 1;
const notLooked = 2;

const usage = `Usage: tuckshop doctor [--json]

DATABASE_URL names the database to look at. Of the shop that \`start\` runs it is
postgres://tuckshop:PASSWORD@127.0.0.1:4032/tuckshop, PASSWORD from .data/postgres/password.
`;

function readArguments(): { json: boolean } | undefined {
  try {
    const { values } = parseArgs({ options: { json: { type: "boolean", default: false } } });
    return values;
  } catch {
    return undefined;
  }
}

const jsonText = (results: readonly CheckResult[]): string =>
  JSON.stringify(
    results.map(({ check: { name, says, settled }, count, rows, ms }) => ({
      name,
      says,
      settled,
      count,
      rows,
      ms,
    })),
    null,
    2,
  );

async function main(): Promise<number> {
  const options = readArguments();
  const url = readDatabaseUrl();
  if (!options || !url) {
    process.stderr.write(options ? `DATABASE_URL is not set to a database.\n\n${usage}` : usage);
    return notLooked;
  }
  const { db, close } = createClient({ url, connectionsMax: 1 });
  try {
    const results = await runDoctor(db);
    process.stdout.write(`${options.json ? jsonText(results) : reportLines(results).join("\n")}\n`);
    return results.some(({ count }) => count > 0) ? found : 0;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    process.stderr.write(`The doctor could not look: ${reason}\n`);
    return notLooked;
  } finally {
    await close();
  }
}

process.exitCode = await main();
