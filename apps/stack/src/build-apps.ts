import { spawn } from "node:child_process";
import { once } from "node:events";
import { repository } from "./data-directory.ts";

/** Builds what is stale; Turborepo knows by the hash of each app's sources, and restores what it has built before. */
export async function buildApps(): Promise<void> {
  const turbo = spawn(
    process.execPath,
    [
      "node_modules/turbo/bin/turbo",
      "run",
      "build",
      "--output-logs=errors-only",
      "--log-order=grouped",
    ],
    { cwd: repository, stdio: ["ignore", "pipe", "pipe"] },
  );
  let output = "";
  for (const stream of [turbo.stdout, turbo.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => (output += text));
  }
  const [code] = await once(turbo, "exit");
  if (code !== 0) throw new Error(`The build failed:\n${output}`);
}
