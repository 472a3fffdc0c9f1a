import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

const repository = fileURLToPath(new URL("../../../", import.meta.url));
const notRun = 2;

/** Runs a program of another package from its sources, at our terminal. Its exit code is ours. */
export async function runProgram(file: string, words: readonly string[]): Promise<number> {
  const child = spawn(
    process.execPath,
    ["--conditions=source", "--import", "tsx", file, ...words],
    { cwd: repository, stdio: "inherit" },
  );
  // A Ctrl-C reaches the program as well, and it is the program that has things to put away.
  process.on("SIGINT", () => {});
  process.on("SIGTERM", () => child.kill("SIGTERM"));
  const [code] = (await once(child, "exit")) as [number | null];
  return code ?? notRun;
}
