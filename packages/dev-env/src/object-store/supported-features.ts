import { S3Error } from "./s3-error.ts";
import type { S3Request } from "./s3-request.ts";

const AMAZON_HEADER =
  /^x-amz-(?:algorithm|checksum-(?:algorithm|crc32c?|mode|sha1|sha256|type)|content-sha256|copy-source|credential|date|decoded-content-length|expires|meta-.+|metadata-directive|sdk-checksum-algorithm|signature|signedheaders|trailer|user-agent)$/;

const UNSUPPORTED_FORM_FIELDS = new Set(["acl", "tagging"]);

const UNSUPPORTED_SUBRESOURCES = new Set([
  "accelerate",
  "acl",
  "attributes",
  "cors",
  "encryption",
  "legal-hold",
  "lifecycle",
  "location",
  "logging",
  "notification",
  "object-lock",
  "ownershipControls",
  "partNumber",
  "policy",
  "policyStatus",
  "publicAccessBlock",
  "replication",
  "requestPayment",
  "restore",
  "retention",
  "select",
  "tagging",
  "torrent",
  "uploadId",
  "uploads",
  "versionId",
  "versioning",
  "versions",
  "website",
]);

/** Refuses what this store does not do, for to ignore it would look like having done it. */
export function refuseUnsupported(request: S3Request): void {
  refuseUnsupportedNames(request.headers.keys());
  const subresource = request.query.find(([name]) => UNSUPPORTED_SUBRESOURCES.has(name))?.[0];
  if (subresource !== undefined) {
    throw new S3Error("NotImplemented", undefined, { Query: subresource });
  }
}

/** The same for the names of headers, or of the form fields that stand for headers. */
export function refuseUnsupportedNames(names: Iterable<string>): void {
  for (const name of names) {
    const isAmazon = name.startsWith("x-amz-");
    if (isAmazon ? !AMAZON_HEADER.test(name) : UNSUPPORTED_FORM_FIELDS.has(name)) {
      throw new S3Error("NotImplemented", undefined, { Header: name });
    }
  }
}
