import { randomBytes } from "node:crypto";
import pg from "pg";
import { inject, onTestFinished } from "vitest";
import { createClient } from "../client.ts";
import type { Db } from "../schema.ts";
import { noteStatement } from "./count-statements.ts";
import { templateName } from "./global-setup.ts";

export type TestDb = { db: Db; url: string; pool: pg.Pool };

/** A database of the test's own, cloned from the migrated template, with open connections; gone afterwards. */
export async function createTestDb({ connectionsMax = 10 } = {}): Promise<TestDb> {
  const server = inject("postgresUrl");
  const name = `test_${randomBytes(8).toString("hex")}`;
  await onServer(server, `create database ${name} template ${templateName}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  const client = createClient({ url: url.href, connectionsMax, onStatement: noteStatement });
  await warm(client.pool, connectionsMax);
  onTestFinished(async () => {
    await client.close();
    await onServer(server, `drop database ${name} with (force)`);
  });
  return { db: client.db, pool: client.pool, url: url.href };
}

/** A race on a cold pool is a queue for connections; this opens them all before the start signal. */
async function warm(pool: pg.Pool, connections: number): Promise<void> {
  await Promise.all(Array.from({ length: connections }, () => pool.query("select pg_sleep(0.05)")));
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
