import type { Signing } from "./authenticate.ts";
import { S3Error } from "./s3-error.ts";
import { sameText, sha256Hex, sign } from "./sigv4.ts";

const MIN_CHUNK_BYTES = 8192;
const MAX_TRAILER_BYTES = 4096;
const EMPTY_HASH = sha256Hex("");
const TRAILER_SIGNATURE = "x-amz-trailer-signature";

type Chunk = { readonly data: Buffer; readonly signature: string };

/**
 * Undoes the aws-chunked encoding. With `signing`, each chunk's signature is checked, chained from
 * the signature of the headers, and so is that of the trailers.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-streaming-trailers.html
 */
export function decodeAwsChunked(
  encoded: Buffer,
  options: { readonly signing?: Signing; readonly trailer?: string },
): { readonly body: Buffer; readonly trailers: ReadonlyMap<string, string> } {
  const { chunks, end } = splitChunks(encoded);
  const signature = options.signing && verifyChunks(chunks, options.signing);
  const trailers = parseTrailers(encoded.subarray(end));

  const { trailer } = options;
  if (trailer === undefined ? trailers.size > 0 : !trailers.has(trailer)) {
    throw new S3Error("MalformedTrailerError");
  }
  if (trailer !== undefined && options.signing && signature !== undefined) {
    verifyTrailer(trailers, trailer, { ...options.signing, signature });
  }
  return { body: Buffer.concat(chunks.map(({ data }) => data)), trailers };
}

/** Splits `size[;chunk-signature=…]\r\n data \r\n`, up to and with the chunk of no bytes. */
function splitChunks(encoded: Buffer): { chunks: Chunk[]; end: number } {
  const chunks: Chunk[] = [];
  let position = 0;
  for (;;) {
    const lineEnd = encoded.indexOf("\r\n", position);
    const line = encoded.toString("latin1", position, Math.max(lineEnd, position));
    const match = /^([0-9a-f]{1,8})(?:;chunk-signature=([0-9a-f]{64}))?$/i.exec(line);
    if (!match) throw new S3Error("IncompleteBody");
    const size = Number.parseInt(match[1] ?? "", 16);
    const start = lineEnd + 2;
    const data = encoded.subarray(start, start + size);
    chunks.push({ data, signature: match[2] ?? "" });
    if (size === 0) return { chunks, end: start };

    position = start + size + 2;
    if (encoded.toString("latin1", start + size, position) !== "\r\n") {
      throw new S3Error("IncompleteBody");
    }
    const beforeLast = chunks.at(-2);
    if (beforeLast && beforeLast.data.length < MIN_CHUNK_BYTES) {
      throw new S3Error("InvalidChunkSizeError");
    }
  }
}

function verifyChunks(chunks: readonly Chunk[], signing: Signing): string {
  let previous = signing.signature;
  for (const { data, signature } of chunks) {
    verifySignature("AWS4-HMAC-SHA256-PAYLOAD", { ...signing, signature: previous }, signature, [
      EMPTY_HASH,
      sha256Hex(data),
    ]);
    previous = signature;
  }
  return previous;
}

function verifyTrailer(
  trailers: ReadonlyMap<string, string>,
  trailer: string,
  signing: Signing,
): void {
  const canonical = `${trailer}:${trailers.get(trailer)}\n`;
  const signature = trailers.get(TRAILER_SIGNATURE) ?? "";
  verifySignature("AWS4-HMAC-SHA256-TRAILER", signing, signature, [sha256Hex(canonical)]);
}

function verifySignature(
  algorithm: string,
  { key, timestamp, scope, signature: previous }: Signing,
  signature: string,
  hashes: readonly string[],
): void {
  const text = [algorithm, timestamp, scope, previous, ...hashes].join("\n");
  if (!sameText(sign(key, text), signature)) {
    throw new S3Error("SignatureDoesNotMatch", undefined, {
      SignatureProvided: signature,
      StringToSign: text,
    });
  }
}

function parseTrailers(encoded: Buffer): Map<string, string> {
  if (encoded.length > MAX_TRAILER_BYTES) throw new S3Error("MalformedTrailerError");
  const lines = encoded.toString("latin1").split(/[\r\n]+/);
  return new Map(
    lines
      .filter((line) => line.trim() !== "")
      .map((line): [string, string] => {
        const colon = line.indexOf(":");
        if (colon < 1) throw new S3Error("MalformedTrailerError");
        return [line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()];
      }),
  );
}
