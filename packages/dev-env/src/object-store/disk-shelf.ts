import { randomUUID } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { ObjectRecord, ObjectShelf, ShelvedObject } from "./object-shelf.ts";
import { sha256Hex } from "./sigv4.ts";

type Entry = { readonly record: ObjectRecord; readonly bodyFile: string };

/**
 * A folder a bucket; in it a file for each body, and a small JSON entry for each key that names its
 * body. The entry is replaced by a rename, so a crash leaves the old object or the new, never a mix.
 */
export function diskShelf(directory: string): ObjectShelf {
  mkdirSync(directory, { recursive: true });
  // Keys may hold slashes, dots and a thousand bytes; their hashes are always good file names.
  const entryPath = (bucket: string, key: string): string =>
    join(directory, bucket, `${sha256Hex(key)}.json`);

  const shelved = (bucket: string, { record, bodyFile }: Entry): ShelvedObject => ({
    record,
    read: () => readFileSync(join(directory, bucket, bodyFile)),
  });

  return {
    open(bucket) {
      mkdirSync(join(directory, bucket), { recursive: true });
      return readdirSync(join(directory, bucket))
        .filter((file) => file.endsWith(".json"))
        .map((file) => readEntry(join(directory, bucket, file)))
        .filter((entry) => entry !== undefined)
        .map((entry) => shelved(bucket, entry));
    },
    buckets: () =>
      readdirSync(directory, { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map(({ name }) => name),
    place(bucket, record, body) {
      const path = entryPath(bucket, record.key);
      const replaced = readEntry(path);
      const entry = { record, bodyFile: `${randomUUID()}.body` };
      writeFileSync(join(directory, bucket, entry.bodyFile), body);
      writeFileSync(`${path}.new`, JSON.stringify(entry));
      renameSync(`${path}.new`, path);
      if (replaced) rmSync(join(directory, bucket, replaced.bodyFile), { force: true });
      return shelved(bucket, entry);
    },
    remove(bucket, key) {
      const path = entryPath(bucket, key);
      const entry = readEntry(path);
      rmSync(path, { force: true });
      if (entry) rmSync(join(directory, bucket, entry.bodyFile), { force: true });
    },
  };
}

function readEntry(path: string): Entry | undefined {
  try {
    // Only `place` writes these files, and a rename makes them whole.
    const entry: Entry = JSON.parse(readFileSync(path, "utf8"));
    return entry;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
}
