import type { Checksum } from "./checksums.ts";
import { etagOf } from "./etag.ts";
import type { ObjectRecord } from "./object-shelf.ts";
import { S3Error } from "./s3-error.ts";

const METADATA_PREFIX = "x-amz-meta-";
const MAX_METADATA_BYTES = 2048;
const CONTENT_HEADERS = [
  "content-type",
  "cache-control",
  "content-disposition",
  "content-encoding",
  "content-language",
  "expires",
];

/** Makes the record of a new object from its bytes and the headers or form fields it came with. */
export function recordOf(
  key: string,
  body: Buffer,
  given: ReadonlyMap<string, string>,
  { checksum, now }: { readonly checksum: Checksum | undefined; readonly now: number },
): ObjectRecord {
  const headers = keptHeaders(given);
  const record = { key, etag: etagOf(body), sizeBytes: body.length, modifiedAt: now, headers };
  return checksum ? { ...record, checksum } : record;
}

/** @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingMetadata.html */
export function keptHeaders(given: ReadonlyMap<string, string>): Record<string, string> {
  const kept = [...given]
    .filter(([name]) => CONTENT_HEADERS.includes(name) || name.startsWith(METADATA_PREFIX))
    .map(([name, value]): [string, string] => [name, headerSafe(withoutWireEncoding(name, value))])
    .filter(([name, value]) => value !== "" || name.startsWith(METADATA_PREFIX));
  // A form or a query can spell a name that no answer could carry.
  const unspeakable = kept.find(([name]) => !/^[\w!#$%&'*+.^`|~-]+$/.test(name));
  if (unspeakable) {
    throw new S3Error("InvalidArgument", undefined, { ArgumentName: unspeakable[0] });
  }

  const metadataBytes = kept
    .filter(([name]) => name.startsWith(METADATA_PREFIX))
    .map(([name, value]) => Buffer.byteLength(name.slice(METADATA_PREFIX.length) + value))
    .reduce((sum, bytes) => sum + bytes, 0);
  if (metadataBytes > MAX_METADATA_BYTES) {
    throw new S3Error("MetadataTooLarge", undefined, {
      Size: metadataBytes,
      MaxSizeAllowed: MAX_METADATA_BYTES,
    });
  }
  return { "content-type": "binary/octet-stream", ...Object.fromEntries(kept) };
}

/** `aws-chunked` describes the upload, not the object, and is not kept. */
const withoutWireEncoding = (name: string, value: string): string =>
  name === "content-encoding" ? value.replaceAll(/\s*\baws-chunked\b\s*,?/g, "").trim() : value;

/** Form fields may hold what no header can; S3 returns such values in RFC 2047 encoding. */
const headerSafe = (value: string): string =>
  /[^\t\x20-\x7e\x80-\xff]/.test(value)
    ? `=?UTF-8?B?${Buffer.from(value).toString("base64")}?=`
    : value;
