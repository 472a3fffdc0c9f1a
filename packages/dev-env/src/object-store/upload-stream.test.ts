import { once } from "node:events";
import { request as httpRequest } from "node:http";
import { Readable } from "node:stream";
import { GetObjectCommand, PutObjectCommand } from "@aws-sdk/client-s3";
import { expect, test } from "vitest";
import { parseRequest } from "./s3-request.ts";
import {
  canonicalRequest,
  credentialScope,
  sha256Hex,
  sign,
  signingKey,
  stringToSign,
} from "./sigv4.ts";
import { BUCKET, credentials, openTestStore, refusalOf } from "./test-store.ts";

const bytes = Buffer.alloc(300_000, "tuckshop ");

const put = (pieces: Iterable<Buffer>, ContentLength = bytes.length) =>
  new PutObjectCommand({ Bucket: BUCKET, Key: "film", Body: Readable.from(pieces), ContentLength });

function* cut(data: Buffer, pieceBytes: number): Generator<Buffer> {
  for (let start = 0; start < data.length; start += pieceBytes) {
    yield data.subarray(start, start + pieceBytes);
  }
}

test("a stream that the SDK sends as aws-chunked with a checksum trailer is stored unframed", async () => {
  await using store = await openTestStore();
  await store.client.send(put(cut(bytes, 65_536)));
  const object = await store.client.send(new GetObjectCommand({ Bucket: BUCKET, Key: "film" }));

  expect(bytes.equals((await object.Body?.transformToByteArray()) ?? Buffer.alloc(0))).toBe(true);
  expect(object.ContentEncoding).toBeUndefined();
  expect(object.ChecksumCRC32).toBeDefined();
});

test("a stream in pieces under 8 KiB is refused, and accepted once the SDK buffers it", async () => {
  await using store = await openTestStore();
  const refusal = await refusalOf(store.client.send(put(cut(bytes, 1_000))));
  expect(refusal).toMatchObject({ code: "InvalidChunkSizeError", status: 403 });

  const buffering = store.connect({ requestStreamBufferSize: 64 * 1024 });
  expect(await buffering.send(put(cut(bytes, 1_000)))).toHaveProperty("ETag");
});

test("a stream shorter than it claimed to be is refused as IncompleteBody", async () => {
  await using store = await openTestStore();
  const refusal = await refusalOf(store.client.send(put(cut(bytes, 65_536), bytes.length + 1)));
  expect(refusal).toMatchObject({ code: "IncompleteBody", status: 400 });
});

test("a stream over the limit is refused as EntityTooLarge", async () => {
  await using store = await openTestStore({ maxObjectBytes: bytes.length - 1 });
  const refusal = await refusalOf(store.client.send(put(cut(bytes, 65_536))));
  expect(refusal).toMatchObject({ code: "EntityTooLarge", status: 400 });
});

/** Uploads in signed chunks, which the JavaScript SDK does not do but others do. */
async function putSignedChunks(url: string, chunks: readonly string[], sent = chunks) {
  const timestamp = new Date().toISOString().replaceAll(/[:-]|\.\d+/g, "");
  const scope = credentialScope(timestamp.slice(0, 8), "us-east-1");
  const key = signingKey(credentials.secretAccessKey, scope);
  const payloadHash = "STREAMING-AWS4-HMAC-SHA256-PAYLOAD";
  const { host, pathname } = new URL(`/${BUCKET}/film`, url);
  const headers: Record<string, string> = {
    host,
    "content-encoding": "aws-chunked",
    "x-amz-content-sha256": payloadHash,
    "x-amz-date": timestamp,
    "x-amz-decoded-content-length": String(sent.join("").length),
  };
  const signedHeaders = Object.keys(headers).toSorted();
  const unsigned = parseRequest({
    method: "PUT",
    url: pathname,
    headersDistinct: Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name, [value]]),
    ),
  });
  const canonical = canonicalRequest(unsigned, signedHeaders, payloadHash);
  const seed = sign(key, stringToSign(timestamp, scope, canonical));

  let previous = seed;
  const framed = [...chunks, ""].map((chunk, index) => {
    const hashes = [sha256Hex(""), sha256Hex(chunk)];
    const text = ["AWS4-HMAC-SHA256-PAYLOAD", timestamp, scope, previous, ...hashes].join("\n");
    previous = sign(key, text);
    const size = chunk.length.toString(16);
    return `${size};chunk-signature=${previous}\r\n${sent[index] ?? ""}\r\n`;
  });
  const request = httpRequest(new URL(pathname, url), {
    method: "PUT",
    headers: {
      ...headers,
      authorization: `AWS4-HMAC-SHA256 Credential=${credentials.accessKeyId}/${scope}, SignedHeaders=${signedHeaders.join(";")}, Signature=${seed}`,
    },
  });
  request.end(framed.join(""));
  const [response] = await once(request, "response");
  response.resume();
  return response.statusCode;
}

test("a body in signed chunks is accepted, and refused once a chunk is changed", async () => {
  await using store = await openTestStore();
  const chunks = ["a".repeat(8192), "b".repeat(100)];
  const changed = ["a".repeat(8192), "c".repeat(100)];

  expect(await putSignedChunks(store.url, chunks, changed)).toBe(403);
  expect(await putSignedChunks(store.url, chunks)).toBe(200);
  const object = await store.client.send(new GetObjectCommand({ Bucket: BUCKET, Key: "film" }));
  expect(await object.Body?.transformToString()).toBe(chunks.join(""));
});
