import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from "node:fs";
import { dirname } from "node:path";

/** One line of the file: a row as it stood then, or null when it was removed. */
interface Change {
  readonly table: string;
  readonly id: string;
  readonly row: unknown;
}

/** A file of JSON lines in which the tables of an account outlive the process. */
export class StateFile {
  readonly #file: string;
  readonly #tables = new Map<string, Map<string, unknown>>();

  /** Reads the file if it exists, and rewrites it with one line a row so that it stays small. */
  constructor(file: string) {
    this.#file = file;
    mkdirSync(dirname(file), { recursive: true });
    const lines = existsSync(file) ? readFileSync(file, "utf8").split("\n") : [];
    for (const change of lines.flatMap(parseChange)) this.#replay(change);
    this.#compact();
  }

  /** The rows of a table as the file left them. Only that table has written them: they are its own. */
  rowsOf<Row>(table: string): Map<string, Row> {
    // A cast: the table of this name wrote these rows
    return (this.#tables.get(table) ?? new Map()) as Map<string, Row>;
  }

  /** Written before the caller goes on, so that an answered charge outlives a crash of the process. */
  append(change: Change): void {
    appendFileSync(this.#file, lineOf(change));
  }

  #replay({ table, id, row }: Change): void {
    const rows = this.#tables.get(table) ?? new Map<string, unknown>();
    this.#tables.set(table, rows);
    if (row === null) rows.delete(id);
    else rows.set(id, row);
  }

  #compact(): void {
    const lines = [...this.#tables].flatMap(([table, rows]) =>
      [...rows].map(([id, row]) => lineOf({ table, id, row })),
    );
    writeFileSync(`${this.#file}.new`, lines.join(""));
    renameSync(`${this.#file}.new`, this.#file);
  }
}

function lineOf(change: Change): string {
  return `${JSON.stringify(change)}\n`;
}

/** None for a line that a crash cut short: whoever wrote it never got an answer. */
function parseChange(line: string): Change[] {
  try {
    return [JSON.parse(line)];
  } catch {
    return [];
  }
}
