import { spawnSync } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { startPostgres } from "@tuckshop/dev-env/postgres/start-postgres";
import { migrate } from "../src/migrate.ts";

/** Writes src/schema.gen.ts from the migrations, or with --verify exits 1 when it is out of step. */
const directory = await mkdtemp(path.join(tmpdir(), "tuckshop-generate-"));
const postgres = await startPostgres({ directory, disposable: true });
try {
  const url = postgres.databaseUrl("generate");
  await migrate(url);
  const { status } = spawnSync(
    "node_modules/.bin/kysely-codegen",
    ["--config-file", "codegen.json", "--url", url, ...process.argv.slice(2)],
    { stdio: "inherit", cwd: fileURLToPath(new URL("..", import.meta.url)) },
  );
  process.exitCode = status ?? 1;
} finally {
  await postgres.stop();
  await rm(directory, { recursive: true, force: true });
}
