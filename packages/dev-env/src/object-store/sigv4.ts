import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import type { S3Request } from "./s3-request.ts";

export const ALGORITHM = "AWS4-HMAC-SHA256";

/** The one key pair that the store knows, and the region it stands in. */
export type Credentials = {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly region: string;
};

export const sha256Hex = (data: string | Uint8Array): string =>
  createHash("sha256").update(data).digest("hex");

const hmac = (key: string | Buffer, data: string): Buffer =>
  createHmac("sha256", key).update(data).digest();

/** `20130524/us-east-1/s3/aws4_request`: the day, place and service that a signing key is good for. */
export const credentialScope = (day: string, region: string): string =>
  `${day}/${region}/s3/aws4_request`;

/** The signing key of a scope: the secret, hashed through each of the scope's parts. */
export const signingKey = (secretAccessKey: string, scope: string): Buffer =>
  scope.split("/").reduce(hmac, Buffer.from(`AWS4${secretAccessKey}`));

export const sign = (key: Buffer, stringToSign: string): string =>
  hmac(key, stringToSign).toString("hex");

/** Compares in constant time, so that a secret cannot be guessed digit by digit. */
export function sameText(expected: string, given: string): boolean {
  const [a, b] = [Buffer.from(expected), Buffer.from(given)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/** RFC 3986 encoding: everything but the unreserved characters, in upper-case hex. */
export const uriEncode = (text: string): string =>
  encodeURIComponent(text).replaceAll(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );

const byCodeUnit = (a: string, b: string): number => Number(a > b) - Number(a < b);

function canonicalQuery(query: S3Request["query"]): string {
  return query
    .filter(([name]) => name !== "X-Amz-Signature")
    .map(([name, value]): [string, string] => [uriEncode(name), uriEncode(value)])
    .toSorted(([a, x], [b, y]) => byCodeUnit(a, b) || byCodeUnit(x, y))
    .map((pair) => pair.join("="))
    .join("&");
}

/**
 * The canonical form that the signature covers. For S3 the path is encoded once and not normalised.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html
 */
export function canonicalRequest(
  { method, path, query, sentHeaders }: S3Request,
  signedHeaders: readonly string[],
  payloadHash: string,
): string {
  const headerLines = signedHeaders.map(
    (name) => `${name}:${(sentHeaders.get(name) ?? "").replaceAll(/ +/g, " ")}\n`,
  );
  return [
    method,
    path.split("/").map(uriEncode).join("/"),
    canonicalQuery(query),
    headerLines.join(""),
    signedHeaders.join(";"),
    payloadHash,
  ].join("\n");
}

export const stringToSign = (timestamp: string, scope: string, canonical: string): string =>
  [ALGORITHM, timestamp, scope, sha256Hex(canonical)].join("\n");

/** Milliseconds of `20130524T000000Z`, or undefined when it is not such a time. */
export function parseTimestamp(timestamp: string): number | undefined {
  const match = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(timestamp);
  if (!match) return undefined;
  const [, year, month, day, hour, minute, second] = match;
  const time = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  return Number.isNaN(time) ? undefined : time;
}
