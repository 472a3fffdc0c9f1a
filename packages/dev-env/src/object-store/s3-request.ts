import type { IncomingMessage } from "node:http";
import { S3Error } from "./s3-error.ts";

/** One request as S3 sees it: path-style, everything percent-decoded once. */
export type S3Request = {
  readonly method: string;
  readonly path: string;
  readonly bucket: string;
  readonly key: string;
  readonly query: readonly (readonly [name: string, value: string])[];
  /** As sent, which is what a signature covers: lower-case names, repeats joined with a comma. */
  readonly sentHeaders: ReadonlyMap<string, string>;
  /** As meant: a presigned URL carries `x-amz-*` headers in its query. */
  readonly headers: ReadonlyMap<string, string>;
};

/** Reads the request line and headers; the body stays on the wire. */
export function parseRequest(
  message: Pick<IncomingMessage, "method" | "url" | "headersDistinct">,
): S3Request {
  const [rawPath = "/", ...rawQuery] = (message.url ?? "/").split("?");
  const path = percentDecode(rawPath);
  const [, bucket = "", key = ""] = /^\/([^/]*)\/?([\s\S]*)$/.exec(path) ?? [];
  const query = parseQuery(rawQuery.join("?"));
  const sentHeaders = new Map(
    Object.entries(message.headersDistinct).map(([name, values = []]): [string, string] => [
      name,
      values.map((value) => value.trim()).join(","),
    ]),
  );
  const headers = isPresigned({ query })
    ? new Map([...amazonParameters(query), ...sentHeaders])
    : sentHeaders;
  return { method: message.method ?? "GET", path, bucket, key, query, sentHeaders, headers };
}

export const queryValue = (request: Pick<S3Request, "query">, name: string): string | undefined =>
  request.query.find(([given]) => given === name)?.[1];

export const isPresigned = (request: Pick<S3Request, "query">): boolean =>
  queryValue(request, "X-Amz-Algorithm") !== undefined;

const amazonParameters = (query: S3Request["query"]): [string, string][] =>
  query
    .map(([name, value]): [string, string] => [name.toLowerCase(), value])
    .filter(([name]) => name.startsWith("x-amz-"));

export function percentDecode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new S3Error("InvalidURI");
  }
}

const queryDecode = (text: string): string => percentDecode(text.replaceAll("+", " "));

function parseQuery(text: string): [string, string][] {
  return text
    .split("&")
    .filter((pair) => pair !== "")
    .map((pair) => {
      const [name = "", ...rest] = pair.split("=");
      return [queryDecode(name), queryDecode(rest.join("="))];
    });
}
