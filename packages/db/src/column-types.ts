import type { ColumnType } from "kysely";

/** A timestamptz: an ISO 8601 string in UTC, as the wire has it. `client.ts` parses it so. */
export type Instant = ColumnType<string, string, string>;

/** A json column: read as whatever was stored, written as text, so that its bytes are ours. */
export type JsonText = ColumnType<unknown, string, string>;
