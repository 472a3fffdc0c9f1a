import { namesEtag } from "./etag.ts";
import type { ObjectRecord } from "./object-shelf.ts";
import { S3Error } from "./s3-error.ts";

/** HTTP dates count whole seconds, so the object's own time must, too. */
const wholeSeconds = (milliseconds: number): number => Math.floor(milliseconds / 1000);

/**
 * Whether the reader already has this object (304). Throws PreconditionFailed where it insists on
 * another. An ETag, where given, decides alone over a date (RFC 9110, section 13.2.2).
 */
export function isNotModified(headers: ReadonlyMap<string, string>, record: ObjectRecord): boolean {
  const modifiedAt = wholeSeconds(record.modifiedAt);
  const since = (name: string): number => wholeSeconds(Date.parse(headers.get(name) ?? ""));

  const ifMatch = headers.get("if-match");
  const refused =
    ifMatch === undefined
      ? modifiedAt > since("if-unmodified-since")
      : !namesEtag(ifMatch, record.etag);
  if (refused) {
    throw new S3Error("PreconditionFailed", undefined, {
      Condition: ifMatch === undefined ? "If-Unmodified-Since" : "If-Match",
    });
  }
  const ifNoneMatch = headers.get("if-none-match");
  return ifNoneMatch === undefined
    ? modifiedAt <= since("if-modified-since")
    : namesEtag(ifNoneMatch, record.etag);
}
