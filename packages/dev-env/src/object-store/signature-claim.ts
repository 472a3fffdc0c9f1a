import { S3Error, type S3ErrorCode } from "./s3-error.ts";
import { queryValue, type S3Request } from "./s3-request.ts";
import { ALGORITHM, parseTimestamp } from "./sigv4.ts";

const MAX_SKEW_MS = 15 * 60 * 1000;
const MAX_EXPIRES_SECONDS = 7 * 24 * 60 * 60;

/** What the client claims to have signed, before any of it is believed. */
export type Claim = {
  readonly credential: string;
  readonly signedHeaders: readonly string[];
  readonly signature: string;
  readonly timestamp: string;
  readonly payloadHash: string;
  /** S3's code for a claim that makes no sense. */
  readonly malformed: S3ErrorCode;
};

/** @see https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-auth-using-authorization-header.html */
export function claimInHeader(request: S3Request, authorization: string, now: number): Claim {
  if (!authorization.startsWith(`${ALGORITHM} `)) {
    throw new S3Error(
      "InvalidRequest",
      `The authorization mechanism you have provided is not supported. Please use ${ALGORITHM}.`,
    );
  }
  const component = (name: string): string => {
    const value = new RegExp(`[ ,]${name}=([^,]+)`).exec(authorization)?.[1];
    if (value !== undefined) return value.trim();
    throw new S3Error(
      "AuthorizationHeaderMalformed",
      "The authorization header is malformed; the authorization header requires three components: Credential, SignedHeaders, and Signature.",
    );
  };

  const timestamp = request.headers.get("x-amz-date") ?? "";
  checkClock(timestamp, now);
  const payloadHash = request.headers.get("x-amz-content-sha256");
  if (payloadHash === undefined) {
    throw new S3Error("MissingSecurityHeader", undefined, {
      MissingHeaderName: "x-amz-content-sha256",
    });
  }
  return {
    credential: component("Credential"),
    signedHeaders: component("SignedHeaders").split(";"),
    signature: component("Signature"),
    timestamp,
    payloadHash,
    malformed: "AuthorizationHeaderMalformed",
  };
}

/** A request signed at another time may be one that somebody else recorded. */
function checkClock(timestamp: string, now: number): void {
  const time = parseTimestamp(timestamp);
  if (time === undefined) {
    throw new S3Error(
      "AccessDenied",
      "AWS authentication requires a valid Date or x-amz-date header",
    );
  }
  if (Math.abs(now - time) <= MAX_SKEW_MS) return;
  throw new S3Error("RequestTimeTooSkewed", undefined, {
    RequestTime: timestamp,
    ServerTime: new Date(now).toISOString(),
    MaxAllowedSkewMilliseconds: MAX_SKEW_MS,
  });
}

const malformedQuery = (message: string): S3Error =>
  new S3Error("AuthorizationQueryParametersError", message);

/** @see https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-query-string-auth.html */
export function claimInQuery(request: S3Request, now: number): Claim {
  const parameter = (name: string): string => {
    const value = queryValue(request, name);
    if (value !== undefined) return value;
    throw malformedQuery(
      "Query-string authentication version 4 requires the X-Amz-Algorithm, X-Amz-Credential, X-Amz-Signature, X-Amz-Date, X-Amz-SignedHeaders, and X-Amz-Expires parameters.",
    );
  };

  if (parameter("X-Amz-Algorithm") !== ALGORITHM) {
    throw malformedQuery(`X-Amz-Algorithm only supports "${ALGORITHM}"`);
  }
  const timestamp = parameter("X-Amz-Date");
  checkExpiry(timestamp, parameter("X-Amz-Expires"), now);
  return {
    credential: parameter("X-Amz-Credential"),
    signedHeaders: parameter("X-Amz-SignedHeaders").split(";"),
    signature: parameter("X-Amz-Signature"),
    timestamp,
    payloadHash: request.headers.get("x-amz-content-sha256") ?? "UNSIGNED-PAYLOAD",
    malformed: "AuthorizationQueryParametersError",
  };
}

function checkExpiry(timestamp: string, expires: string, now: number): void {
  const time = parseTimestamp(timestamp);
  if (time === undefined) {
    throw malformedQuery("X-Amz-Date must be in the ISO8601 Long Format \"yyyyMMdd'T'HHmmss'Z'\"");
  }
  if (!/^\d+$/.test(expires)) throw malformedQuery("X-Amz-Expires should be a non-negative number");
  if (Number(expires) > MAX_EXPIRES_SECONDS) {
    throw malformedQuery(
      `X-Amz-Expires must be less than a week (in seconds); that is, the given X-Amz-Expires must be less than ${MAX_EXPIRES_SECONDS} seconds`,
    );
  }
  if (time - now > MAX_SKEW_MS) throw new S3Error("AccessDenied", "Request is not yet valid");
  const expiresAt = time + Number(expires) * 1000;
  if (now <= expiresAt) return;
  throw new S3Error("AccessDenied", "Request has expired", {
    "X-Amz-Expires": expires,
    Expires: new Date(expiresAt).toISOString(),
    ServerTime: new Date(now).toISOString(),
  });
}
