import { S3Error } from "./s3-error.ts";

/** First and last byte, both included. */
export type ByteRange = { readonly first: number; readonly last: number };

/** Reads a Range header. Like S3, answers with the whole object where it asks for several ranges. */
export function parseRange(header: string | undefined, sizeBytes: number): ByteRange | undefined {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header?.trim() ?? "");
  const [, from = "", to = ""] = match ?? [];
  if (from === "" && to === "") return undefined;

  const first = from === "" ? Math.max(sizeBytes - Number(to), 0) : Number(from);
  const last = from === "" || to === "" ? sizeBytes - 1 : Math.min(Number(to), sizeBytes - 1);
  if (from !== "" && to !== "" && Number(to) < Number(from)) return undefined;
  if (first >= sizeBytes) {
    throw new S3Error("InvalidRange", undefined, {
      RangeRequested: header ?? "",
      ActualObjectSize: sizeBytes,
    });
  }
  return { first, last };
}
