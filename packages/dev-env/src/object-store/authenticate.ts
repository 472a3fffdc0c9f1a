import { checkCredential } from "./credential-scope.ts";
import { S3Error } from "./s3-error.ts";
import { isPresigned, type S3Request } from "./s3-request.ts";
import {
  canonicalRequest,
  sameText,
  sign,
  signingKey,
  stringToSign,
  type Credentials,
} from "./sigv4.ts";
import { claimInHeader, claimInQuery, type Claim } from "./signature-claim.ts";

/** What a valid signature vouches for; chunk signatures continue from `signing`. */
export type Authentication = {
  readonly payloadHash: string;
  readonly signing: Signing;
};

export type Signing = {
  readonly key: Buffer;
  readonly timestamp: string;
  readonly scope: string;
  readonly signature: string;
};

/** Verifies Signature Version 4, in the Authorization header or in a presigned query. */
export function authenticate(
  request: S3Request,
  credentials: Credentials,
  now: number,
): Authentication {
  const authorization = request.headers.get("authorization");
  if (isPresigned(request)) {
    if (authorization !== undefined) {
      throw new S3Error(
        "InvalidArgument",
        "Only one auth mechanism allowed; only the X-Amz-Algorithm query parameter, Signature query string parameter or the Authorization header should be specified",
      );
    }
    return verify(request, claimInQuery(request, now), credentials);
  }
  if (authorization === undefined) throw new S3Error("AccessDenied");
  return verify(request, claimInHeader(request, authorization, now), credentials);
}

function verify(request: S3Request, claim: Claim, credentials: Credentials): Authentication {
  const { credential, timestamp, signature, signedHeaders, payloadHash, malformed } = claim;
  const scope = checkCredential(credential, timestamp, credentials, malformed);
  refuseUnsignedHeaders(request, signedHeaders);

  const key = signingKey(credentials.secretAccessKey, scope);
  const canonical = canonicalRequest(request, signedHeaders, payloadHash);
  const text = stringToSign(timestamp, scope, canonical);
  if (!sameText(sign(key, text), signature)) {
    throw new S3Error("SignatureDoesNotMatch", undefined, {
      AWSAccessKeyId: credentials.accessKeyId,
      SignatureProvided: signature,
      StringToSign: text,
      CanonicalRequest: canonical,
    });
  }
  return { payloadHash, signing: { key, timestamp, scope, signature } };
}

/** The host and every `x-amz-*` header must be signed, or anybody on the way could change them. */
function refuseUnsignedHeaders(request: S3Request, signedHeaders: readonly string[]): void {
  const unsigned = ["host", ...request.sentHeaders.keys()].filter(
    (name) => (name === "host" || name.startsWith("x-amz-")) && !signedHeaders.includes(name),
  );
  if (unsigned.length === 0) return;
  throw new S3Error(
    "AccessDenied",
    "There were headers present in the request which were not signed",
    { HeadersNotSigned: [...new Set(unsigned)].join(", ") },
  );
}
