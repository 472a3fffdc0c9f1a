import type { Kysely, Transaction } from "kysely";
import type { DB } from "./schema.gen.ts";

/** The whole database: for wiring, middleware and tasks. */
export type Db = Kysely<DB>;

/** Inside one transaction: what a command gets, and the only way to change anything. */
export type Tx = Transaction<DB>;

/** Reading only. A transaction is one too. */
export type ReadDb = Pick<Db, "selectFrom" | "with" | "fn">;
