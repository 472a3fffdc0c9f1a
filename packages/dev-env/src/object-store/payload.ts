import type { Authentication, Signing } from "./authenticate.ts";
import { decodeAwsChunked } from "./aws-chunked.ts";
import { isChecksumHeader, verifyChecksum, verifyContentMd5, type Checksum } from "./checksums.ts";
import { S3Error } from "./s3-error.ts";
import type { S3Request } from "./s3-request.ts";
import { sameText, sha256Hex } from "./sigv4.ts";

/** A body whose hash, signatures and checksums have all been found true. */
export type Payload = { readonly body: Buffer; readonly checksum?: Checksum };

type Decoded = { readonly body: Buffer; readonly trailers: ReadonlyMap<string, string> };

const NO_TRAILERS: ReadonlyMap<string, string> = new Map();

/** Gives the object's bytes out of the wire's, after every check that the request asks for. */
export function verifyPayload(
  request: S3Request,
  { payloadHash, signing }: Authentication,
  wireBytes: Buffer,
): Payload {
  const { body, trailers } = decode(request, payloadHash, signing, wireBytes);
  verifyContentMd5(body, request.headers.get("content-md5"));
  const checksum = verifyChecksum(body, checksumsGiven(request, trailers));
  return checksum ? { body, checksum } : { body };
}

/** @see https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html */
function decode(
  request: S3Request,
  payloadHash: string,
  signing: Signing,
  wireBytes: Buffer,
): Decoded {
  switch (payloadHash) {
    case "UNSIGNED-PAYLOAD":
      return { body: wireBytes, trailers: NO_TRAILERS };
    case "STREAMING-UNSIGNED-PAYLOAD-TRAILER":
      return decodeStream(request, wireBytes, { trailer: trailerNamed(request) });
    case "STREAMING-AWS4-HMAC-SHA256-PAYLOAD":
      return decodeStream(request, wireBytes, { signing });
    case "STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER":
      return decodeStream(request, wireBytes, { signing, trailer: trailerNamed(request) });
    default:
      verifyHash(payloadHash, wireBytes);
      return { body: wireBytes, trailers: NO_TRAILERS };
  }
}

function decodeStream(
  request: S3Request,
  wireBytes: Buffer,
  options: Parameters<typeof decodeAwsChunked>[1],
): Decoded {
  const decodedLength = request.headers.get("x-amz-decoded-content-length");
  if (decodedLength === undefined || !/^\d+$/.test(decodedLength)) {
    throw new S3Error("MissingContentLength");
  }
  const decoded = decodeAwsChunked(wireBytes, options);
  if (decoded.body.length !== Number(decodedLength)) throw new S3Error("IncompleteBody");
  return decoded;
}

function trailerNamed(request: S3Request): string {
  const trailer = request.headers.get("x-amz-trailer")?.toLowerCase();
  if (trailer === undefined || !isChecksumHeader(trailer)) {
    throw new S3Error(
      "InvalidRequest",
      "The value specified in the x-amz-trailer header is not supported",
    );
  }
  return trailer;
}

function verifyHash(payloadHash: string, wireBytes: Buffer): void {
  if (!/^[0-9a-f]{64}$/.test(payloadHash)) {
    throw new S3Error(
      "InvalidArgument",
      "x-amz-content-sha256 must be UNSIGNED-PAYLOAD, STREAMING-UNSIGNED-PAYLOAD-TRAILER, STREAMING-AWS4-HMAC-SHA256-PAYLOAD, STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER or a valid sha256 value.",
      { ArgumentName: "x-amz-content-sha256", ArgumentValue: payloadHash },
    );
  }
  const computed = sha256Hex(wireBytes);
  if (sameText(computed, payloadHash)) return;
  throw new S3Error("XAmzContentSHA256Mismatch", undefined, {
    ClientComputedContentSHA256: payloadHash,
    S3ComputedContentSHA256: computed,
  });
}

function checksumsGiven(request: S3Request, trailers: ReadonlyMap<string, string>): Checksum[] {
  const given = [...request.headers, ...trailers]
    .filter(([name]) => isChecksumHeader(name))
    .map(([header, value]) => ({ header, value }));

  if (given.length === 0 && request.headers.has("x-amz-sdk-checksum-algorithm")) {
    throw new S3Error(
      "InvalidRequest",
      "x-amz-sdk-checksum-algorithm specified, but no corresponding x-amz-checksum-* or x-amz-trailer headers were found.",
    );
  }
  return given;
}
