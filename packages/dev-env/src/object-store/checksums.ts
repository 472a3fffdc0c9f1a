import { createHash } from "node:crypto";
import { crc32 } from "node:zlib";
import { S3Error } from "./s3-error.ts";

export type Checksum = { readonly header: string; readonly value: string };

const CRC32C_POLYNOMIAL = 0x82_f6_3b_78;

const crc32cTable = Uint32Array.from({ length: 256 }, (_, byte) => {
  let remainder = byte;
  for (let bit = 0; bit < 8; bit++) {
    remainder = remainder & 1 ? (remainder >>> 1) ^ CRC32C_POLYNOMIAL : remainder >>> 1;
  }
  return remainder;
});

/** CRC-32 with Castagnoli's polynomial, which node:zlib does not have. */
function crc32c(data: Uint8Array): number {
  let crc = 0xff_ff_ff_ff;
  for (const byte of data) crc = (crc >>> 8) ^ (crc32cTable[(crc ^ byte) & 0xff] ?? 0);
  return ~crc >>> 0;
}

function bigEndian(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}

const digests: Record<string, (data: Uint8Array) => Buffer> = {
  "x-amz-checksum-crc32": (data) => bigEndian(crc32(data)),
  "x-amz-checksum-crc32c": (data) => bigEndian(crc32c(data)),
  "x-amz-checksum-sha1": (data) => createHash("sha1").update(data).digest(),
  "x-amz-checksum-sha256": (data) => createHash("sha256").update(data).digest(),
};

/** Whether `name` carries a checksum value, rather than naming an algorithm, type or mode. */
export const isChecksumHeader = (name: string): boolean =>
  /^x-amz-checksum-(?!algorithm$|mode$|type$)/.test(name);

/**
 * Checks the body against the one `x-amz-checksum-*` given, in a header or a trailer.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/checking-object-integrity-upload.html
 */
export function verifyChecksum(body: Uint8Array, given: readonly Checksum[]): Checksum | undefined {
  const [checksum, ...others] = given;
  if (checksum === undefined) return undefined;
  if (others.length > 0) {
    throw new S3Error(
      "InvalidRequest",
      "Expecting a single x-amz-checksum- header. Multiple checksum Types are not allowed.",
    );
  }
  const digest = digests[checksum.header];
  if (digest === undefined) {
    throw new S3Error("NotImplemented", undefined, { Header: checksum.header });
  }
  const expected = digest(body);
  const value = Buffer.from(checksum.value, "base64");
  if (value.length !== expected.length) {
    throw new S3Error("InvalidRequest", `Value for ${checksum.header} header is invalid.`);
  }
  if (!value.equals(expected)) {
    const algorithm = checksum.header.slice("x-amz-checksum-".length).toUpperCase();
    throw new S3Error(
      "BadDigest",
      `The ${algorithm} you specified did not match the calculated checksum.`,
    );
  }
  return checksum;
}

/** The headers that tell a client the checksum of a whole object. */
export const checksumHeaders = (checksum: Checksum | undefined): Record<string, string> =>
  checksum ? { [checksum.header]: checksum.value, "x-amz-checksum-type": "FULL_OBJECT" } : {};

/** Checks the body against a Content-MD5 header. */
export function verifyContentMd5(body: Uint8Array, contentMd5: string | undefined): void {
  if (contentMd5 === undefined) return;
  const value = Buffer.from(contentMd5, "base64");
  if (value.length !== 16) throw new S3Error("InvalidDigest");
  if (!value.equals(createHash("md5").update(body).digest())) throw new S3Error("BadDigest");
}
