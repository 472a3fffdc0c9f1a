import { xmlAnswer } from "./answer.ts";
import type { ObjectRecord } from "./object-shelf.ts";
import type { Operation } from "./operation.ts";
import { S3Error } from "./s3-error.ts";
import { queryValue, type S3Request } from "./s3-request.ts";
import { uriEncode } from "./sigv4.ts";

const MAX_KEYS = 1000;

/** One line of a listing: an object, or the prefix that many share. */
type Line = { readonly name: string; readonly record?: ObjectRecord };

/** @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjectsV2.html */
export const listObjects: Operation = ({ request, buckets }) => {
  const prefix = queryValue(request, "prefix") ?? "";
  const delimiter = queryValue(request, "delimiter") ?? "";
  const startAfter = queryValue(request, "start-after");
  const token = queryValue(request, "continuation-token");
  const maxKeys = parseMaxKeys(queryValue(request, "max-keys"));

  const records = [...buckets.objects(request.bucket).values()].map(({ record }) => record);
  const wanted = records.filter(({ key }) => key.startsWith(prefix) && isAfter(key, startAfter));
  const afterName = token === undefined ? undefined : decodeToken(token);
  const lines = groupByPrefix(wanted, prefix, delimiter).filter(({ name }) =>
    isAfter(name, afterName),
  );
  const page = lines.slice(0, maxKeys);
  const lastName = page.at(-1)?.name;
  const isTruncated = lastName !== undefined && lines.length > page.length;
  const encode = keyEncoding(request);

  return xmlAnswer("ListBucketResult", {
    Name: request.bucket,
    Prefix: encode(prefix),
    Delimiter: delimiter === "" ? undefined : encode(delimiter),
    StartAfter: startAfter === undefined ? undefined : encode(startAfter),
    ContinuationToken: token,
    NextContinuationToken: isTruncated ? encodeToken(lastName) : undefined,
    EncodingType: queryValue(request, "encoding-type"),
    KeyCount: page.length,
    MaxKeys: maxKeys,
    IsTruncated: isTruncated,
    Contents: page.flatMap(({ record }) => (record ? [contents(record, encode)] : [])),
    CommonPrefixes: page.flatMap(({ name, record }) => (record ? [] : [{ Prefix: encode(name) }])),
  });
};

/** Keys are listed in the order of their UTF-8 bytes, which is not that of JavaScript strings. */
const byUtf8 = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b));

const isAfter = (name: string, mark: string | undefined): boolean =>
  mark === undefined || byUtf8(name, mark) > 0;

function groupByPrefix(
  records: readonly ObjectRecord[],
  prefix: string,
  delimiter: string,
): Line[] {
  const lines = new Map<string, Line>();
  for (const record of records) {
    const cut = delimiter === "" ? -1 : record.key.indexOf(delimiter, prefix.length);
    const line =
      cut < 0
        ? { name: record.key, record }
        : { name: record.key.slice(0, cut + delimiter.length) };
    lines.set(line.name, line);
  }
  return [...lines.values()].toSorted((a, b) => byUtf8(a.name, b.name));
}

const contents = (record: ObjectRecord, encode: (text: string) => string) => ({
  Key: encode(record.key),
  LastModified: new Date(record.modifiedAt).toISOString(),
  ETag: record.etag,
  Size: record.sizeBytes,
  StorageClass: "STANDARD",
});

function parseMaxKeys(text: string | undefined): number {
  if (text === undefined) return MAX_KEYS;
  if (/^\d{1,10}$/.test(text)) return Math.min(Number(text), MAX_KEYS);
  throw new S3Error("InvalidArgument", "Provided max-keys not an integer or within integer range", {
    ArgumentName: "max-keys",
    ArgumentValue: text,
  });
}

function keyEncoding(request: S3Request): (text: string) => string {
  const encoding = queryValue(request, "encoding-type");
  if (encoding === undefined) return (text) => text;
  if (encoding === "url") return (text) => text.split("/").map(uriEncode).join("/");
  throw new S3Error("InvalidArgument", "Invalid Encoding Method specified in Request", {
    ArgumentName: "encoding-type",
    ArgumentValue: encoding,
  });
}

const encodeToken = (name: string): string => Buffer.from(name).toString("base64url");

function decodeToken(token: string): string {
  const name = Buffer.from(token, "base64url").toString();
  if (name !== "" && encodeToken(name) === token) return name;
  throw new S3Error("InvalidArgument", "The continuation token provided is incorrect", {
    ArgumentName: "continuation-token",
  });
}
