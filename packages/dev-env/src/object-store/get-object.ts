import { parseRange } from "./byte-range.ts";
import { checksumHeaders } from "./checksums.ts";
import type { ObjectRecord } from "./object-shelf.ts";
import type { Operation } from "./operation.ts";
import { isNotModified } from "./read-condition.ts";
import { S3Error } from "./s3-error.ts";
import type { S3Request } from "./s3-request.ts";

const OVERRIDE_PREFIX = "response-";
const OVERRIDABLE = [
  "cache-control",
  "content-disposition",
  "content-encoding",
  "content-language",
  "content-type",
  "expires",
];

/**
 * GetObject, and HeadObject, which is the same without a body.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html
 */
export const getObject: Operation = ({ request, buckets }) => {
  const { record, read } = buckets.object(request.bucket, request.key);
  const validators = {
    etag: record.etag,
    "last-modified": new Date(record.modifiedAt).toUTCString(),
  };
  if (isNotModified(request.headers, record)) return { status: 304, headers: validators };

  const range = parseRange(request.headers.get("range"), record.sizeBytes);
  const { first, last } = range ?? { first: 0, last: record.sizeBytes - 1 };
  const headers = {
    ...record.headers,
    ...overrides(request),
    ...validators,
    ...(range ? contentRange(first, last, record) : wholeChecksum(request, record)),
    "accept-ranges": "bytes",
    "content-length": String(last - first + 1),
  };
  const status = range ? 206 : 200;
  if (request.method === "HEAD") return { status, headers };
  return { status, headers, body: read().subarray(first, last + 1) };
};

const contentRange = (first: number, last: number, { sizeBytes }: ObjectRecord) => ({
  "content-range": `bytes ${first}-${last}/${sizeBytes}`,
});

/** A checksum of the whole would fail the client that checks a part against it. */
const wholeChecksum = ({ headers }: S3Request, { checksum }: ObjectRecord) =>
  headers.get("x-amz-checksum-mode")?.toUpperCase() === "ENABLED" ? checksumHeaders(checksum) : {};

/** A signed `response-content-type=…` and its like speak for this one answer. */
function overrides(request: S3Request): Record<string, string> {
  const given = request.query
    .filter(([name]) => name.startsWith(OVERRIDE_PREFIX))
    .map(([name, value]): [string, string] => [name.slice(OVERRIDE_PREFIX.length), value])
    .filter(([name]) => OVERRIDABLE.includes(name));
  for (const [name, value] of given) {
    if (!/^[\x20-\x7e\xa0-\xff]*$/.test(value)) {
      throw new S3Error("InvalidArgument", "Header value cannot be represented using ISO-8859-1.", {
        ArgumentName: `${OVERRIDE_PREFIX}${name}`,
        ArgumentValue: value,
      });
    }
  }
  return Object.fromEntries(given);
}
