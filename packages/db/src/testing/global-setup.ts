import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { startPostgres } from "@tuckshop/dev-env/postgres/start-postgres";
import type { TestProject } from "vitest/node";
import { migrate } from "../migrate.ts";

declare module "vitest" {
  export interface ProvidedContext {
    postgresUrl: string;
  }
}

export const templateName = "tuckshop_template";

/** One real Postgres for the whole run, with a migrated template that each test clones. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const directory = await mkdtemp(path.join(tmpdir(), "tuckshop-test-"));
  const postgres = await startPostgres({ directory, disposable: true, maxConnections: 400 });
  await migrate(postgres.databaseUrl(templateName));
  project.provide("postgresUrl", postgres.url);
  return async () => {
    await postgres.stop();
    await rm(directory, { recursive: true, force: true });
  };
}
