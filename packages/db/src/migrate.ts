import { readdir, readFile } from "node:fs/promises";
import { runMigrations } from "graphile-worker";
import { Migrator, sql, type Migration } from "kysely";
import pg from "pg";
import { createClient } from "./client.ts";

const folder = new URL("../migrations/", import.meta.url);

/** Brings the database at `url` to the newest schema, the queue's own included. Returns what it applied. */
export async function migrate(url: string): Promise<string[]> {
  await ensureDatabase(url);
  const { db, close } = createClient({ url, connectionsMax: 2 });
  try {
    // The queue first: our migrations may read its tables, as the view of the jobs does.
    await runMigrations({ connectionString: url });
    const migrator = new Migrator({
      db,
      provider: { getMigrations: sqlMigrations },
      migrationTableName: "schema_migration",
      migrationLockTableName: "schema_migration_lock",
    });
    const { error, results = [] } = await migrator.migrateToLatest();
    if (error) throw error;
    return results.map((result) => result.migrationName);
  } finally {
    await close();
  }
}

async function sqlMigrations(): Promise<Record<string, Migration>> {
  const files = (await readdir(folder)).filter((file) => file.endsWith(".sql"));
  const texts = await Promise.all(files.map((file) => readFile(new URL(file, folder), "utf8")));
  return Object.fromEntries(
    files.map((file, at): [string, Migration] => [
      file.replace(/\.sql$/, ""),
      {
        up: async (db) => {
          await sql.raw(texts[at] ?? "").execute(db);
        },
      },
    ]),
  );
}

/** `create database` where the server lets us; a managed database exists already. */
async function ensureDatabase(url: string): Promise<void> {
  const target = new URL(url);
  const name = decodeURIComponent(target.pathname.slice(1));
  const probe = new pg.Client({ connectionString: url });
  try {
    await probe.connect();
    return;
  } catch (error) {
    const missing = error instanceof pg.DatabaseError && error.code === "3D000";
    if (!missing) throw error;
  } finally {
    await probe.end();
  }
  target.pathname = "/postgres";
  const server = new pg.Client({ connectionString: target.href });
  await server.connect();
  try {
    await server.query(`create database ${pg.escapeIdentifier(name)}`);
  } finally {
    await server.end();
  }
}
