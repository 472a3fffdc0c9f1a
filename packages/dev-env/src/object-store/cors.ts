import type { Answer } from "./answer.ts";
import { S3Error } from "./s3-error.ts";

const METHODS = ["GET", "PUT", "POST", "HEAD"];
const MAX_AGE_SECONDS = 600;
const NOT_ALLOWED =
  "CORSResponse: This CORS request is not allowed. This is usually because the evalution of Origin, request method / Access-Control-Request-Method or Access-Control-Request-Headers are not whitelisted by the resource's CORS spec.";

/**
 * The headers that let a page of an allowed origin read an answer; none for any other.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/cors.html
 */
export function corsHeaders(
  origin: string | undefined,
  method: string | undefined,
  allowedOrigins: readonly string[],
): Record<string, string> {
  if (origin === undefined || !METHODS.includes(method ?? "")) return {};
  const allowed = allowedOrigins.find((one) => one === "*" || one === origin);
  if (allowed === undefined) return {};
  return {
    "access-control-allow-origin": allowed,
    "access-control-allow-methods": METHODS.join(", "),
    "access-control-expose-headers": "ETag",
    vary: "Origin, Access-Control-Request-Headers, Access-Control-Request-Method",
  };
}

/** Answers the OPTIONS request that a browser sends ahead of an upload. */
export function preflight(
  headers: ReadonlyMap<string, string>,
  allowedOrigins: readonly string[],
): Answer {
  const origin = headers.get("origin");
  if (origin === undefined) throw new S3Error("BadRequest");
  if (allowedOrigins.length === 0) {
    throw new S3Error("AccessForbidden", "CORSResponse: CORS is not enabled for this bucket.");
  }
  const allow = corsHeaders(origin, headers.get("access-control-request-method"), allowedOrigins);
  if (Object.keys(allow).length === 0) throw new S3Error("AccessForbidden", NOT_ALLOWED);

  const requested = headers.get("access-control-request-headers");
  return {
    status: 200,
    headers: {
      ...allow,
      ...(requested === undefined ? {} : { "access-control-allow-headers": requested }),
      "access-control-max-age": String(MAX_AGE_SECONDS),
    },
  };
}
