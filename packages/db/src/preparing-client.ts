import { createHash } from "node:crypto";
import pg from "pg";

/** Texts that one connection keeps prepared. A list of varying length in a text makes many of them. */
const preparedMax = 300;

/** "cached plan must not change result type": a migration changed a table beneath a prepared text. */
const planOutdated = "0A000";

/**
 * A connection that prepares each text when it first sees it: from the second time on, Postgres need
 * not parse it again. Texts beyond a limit, and all of them once a migration has changed a table
 * beneath, go unprepared. Not for PgBouncer before 1.21 in transaction mode (`DATABASE_PREPARED=off`).
 */
export class PreparingClient extends pg.Client {
  #names = new Map<string, string>();
  #prepares = true;

  // pg's own signature is eight overloads. Kysely calls it with a text and values, and gets a promise.
  override query = ((...args: unknown[]) => {
    const plain = super.query.bind(this) as (...args: unknown[]) => unknown;
    const [text, values] = args;
    const isKysely = args.length === 2 && typeof text === "string" && Array.isArray(values);
    // Without values it is BEGIN and its like, or a migration's many statements in one text.
    const prepares = this.#prepares && isKysely && values.length > 0;
    const name = prepares ? this.#nameOf(text) : undefined;
    if (name === undefined) return plain(...args);
    return (plain({ name, text, values }) as Promise<unknown>).catch((error: unknown) => {
      if (error instanceof pg.DatabaseError && error.code === planOutdated) this.#prepares = false;
      throw error;
    });
  }) as pg.Client["query"];

  #nameOf(text: string): string | undefined {
    const known = this.#names.get(text);
    if (known !== undefined || this.#names.size >= preparedMax) return known;
    const name = createHash("sha256").update(text).digest("base64url");
    this.#names.set(text, name);
    return name;
  }
}
