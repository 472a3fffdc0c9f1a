import { createHash } from "node:crypto";

/** SHA-256 of the op and the raw input in canonical JSON: sorted keys, absent the same as undefined. */
export function fingerprint(op: string, input: unknown): string {
  return createHash("sha256")
    .update(`${op} ${canonicalJson(input)}`)
    .digest("hex");
}

function canonicalJson(value: unknown): string {
  return (
    JSON.stringify(value, (_key, part: unknown) =>
      part !== null && typeof part === "object" && !Array.isArray(part)
        ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
        : part,
    ) ?? "null"
  );
}
