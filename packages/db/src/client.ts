import { Kysely, PostgresDialect } from "kysely";
import pg from "pg";
import type { DB } from "./schema.gen.ts";
import { PreparingClient } from "./preparing-client.ts";
import type { Db } from "./schema.ts";

export type ClientOptions = {
  url: string;
  connectionsMax?: number;
  /** Whether statements are prepared; see `PreparingClient`. */
  prepares?: boolean;
  /**
   * Whether a commit waits until the disk has it. What is committed without is durable as soon as any
   * later commit is that did wait: the log is written in one order.
   */
  waitsForDisk?: boolean;
  /** Called for an error of an idle connection: the server restarted, say. */
  onIdleError?: (error: Error) => void;
  /** Called with the text of every statement, as it is sent. */
  onStatement?: (text: string) => void;
};

export type Client = { db: Db; pool: pg.Pool; close: () => Promise<void> };

const int8 = 20;
const timestamptz = 1184;

/** int8 as a number (our amounts stay far below 2^53), timestamptz as an ISO string in UTC. */
const types = new pg.TypeOverrides();
types.setTypeParser(int8, (text) => {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`${text} does not fit a number.`);
  return value;
});
types.setTypeParser(timestamptz, (text) => new Date(text).toISOString());

/** Opens a pool on which nothing waits for ever: not for a connection, a statement, a lock or a client. */
export function createClient(options: ClientOptions): Client {
  const { url, connectionsMax = 10, prepares = true, waitsForDisk = true } = options;
  const { onIdleError, onStatement } = options;
  const pool = new pg.Pool({
    ...(prepares ? { Client: PreparingClient } : {}),
    connectionString: url,
    max: connectionsMax,
    types,
    ...(waitsForDisk ? {} : { options: "-c synchronous_commit=off" }),
    connectionTimeoutMillis: 2_000,
    statement_timeout: 5_000,
    lock_timeout: 3_000,
    idle_in_transaction_session_timeout: 10_000,
  });
  pool.on("error", (error) => onIdleError?.(error));
  // A connection in use may be cut too; whoever uses it gets the error, the process must not.
  pool.on("connect", (connection) => connection.on("error", (error) => onIdleError?.(error)));
  const db = new Kysely<DB>({
    dialect: new PostgresDialect({ pool }),
    ...(onStatement ? { log: ({ query }) => onStatement(query.sql) } : {}),
  });
  return { db, pool, close: () => db.destroy() };
}
