import { sql } from "kysely";
import type { Db } from "../schema.ts";

/** The processes of Postgres that serve this database. */
export async function backendPids(db: Db): Promise<number[]> {
  const { rows } = await sql<{ pid: number }>`
    select pid from pg_stat_activity where datname = current_database()
  `.execute(db);
  return rows.map((row) => row.pid);
}
