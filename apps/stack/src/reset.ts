import { existsSync } from "node:fs";
import { rm } from "node:fs/promises";
import path from "node:path";
import { dataDirectory } from "./data-directory.ts";
import { readEnv } from "./env.ts";

/** Forgets this checkout's shop: its database, objects, mail, payments and secrets. */
const directory = await dataDirectory(readEnv().TUCKSHOP_DATA);
if (existsSync(path.join(directory, "postgres", "cluster", "postmaster.pid"))) {
  process.stderr.write(`The shop in ${directory} is running. Stop it first.\n`);
  process.exit(1);
}
await rm(directory, { recursive: true, force: true });
process.stdout.write(`Cleared ${directory}. The next start begins anew.\n`);
