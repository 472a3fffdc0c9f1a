import { createHash } from "node:crypto";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { isReachableByOthers } from "@tuckshop/dev-env/postgres/binaries";

export const repository = fileURLToPath(new URL("../../../", import.meta.url));

/**
 * Where this checkout's shop keeps its data: `.data` beside the code. Root's Postgres runs under
 * another account, which cannot enter a closed home; then it is a folder of its own below /var/lib.
 */
export async function dataDirectory(chosen: string | undefined): Promise<string> {
  if (chosen) return path.resolve(chosen);
  if (process.getuid?.() === 0 && !(await isReachableByOthers(repository))) {
    const name = createHash("sha256").update(repository).digest("hex").slice(0, 12);
    return path.join("/var/lib", `tuckshop-${name}`);
  }
  return path.join(repository, ".data");
}
