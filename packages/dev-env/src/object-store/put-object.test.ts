import {
  GetObjectCommand,
  HeadObjectCommand,
  PutObjectCommand,
  type PutObjectCommandInput,
} from "@aws-sdk/client-s3";
import { expect, test } from "vitest";
import { BUCKET, openTestStore, refusalOf } from "./test-store.ts";

const put = (input: Partial<PutObjectCommandInput> = {}) =>
  new PutObjectCommand({ Bucket: BUCKET, Key: "mug.txt", Body: "a blue mug", ...input });

const get = new GetObjectCommand({ Bucket: BUCKET, Key: "mug.txt" });

test("an object is given back with its bytes, type and metadata", async () => {
  await using store = await openTestStore();
  const Body = Buffer.from([0, 1, 2, 0xff, 0x0d, 0x0a]);
  const about = {
    ContentType: "image/webp",
    CacheControl: "public, max-age=31536000",
    ContentDisposition: 'inline; filename="mug.webp"',
    Metadata: { sku: "MUG-BLUE", note: "a  spaced   note" },
  };
  const { ETag } = await store.client.send(put({ Body, ...about }));
  const object = await store.client.send(get);

  expect(await object.Body?.transformToByteArray()).toEqual(new Uint8Array(Body));
  expect(object).toMatchObject({ ...about, ETag, ContentLength: 6 });
  expect(ETag).toMatch(/^"[0-9a-f]{32}"$/);
  expect(object.LastModified?.getTime()).toBeGreaterThan(Date.now() - 60_000);
});

test("the checksum that the SDK sends is kept and comes back", async () => {
  await using store = await openTestStore();
  const { ChecksumCRC32 } = await store.client.send(put());
  const head = await store.client.send(
    new HeadObjectCommand({ Bucket: BUCKET, Key: "mug.txt", ChecksumMode: "ENABLED" }),
  );
  expect(ChecksumCRC32).toMatch(/^[\w+/]{6}==$/);
  expect(head).toMatchObject({ ChecksumCRC32, ContentLength: 10 });
});

test.each(["CRC32", "CRC32C", "SHA1", "SHA256"] as const)(
  "the SDK's %s of a body is found true",
  async (ChecksumAlgorithm) => {
    await using store = await openTestStore();
    await store.client.send(put({ ChecksumAlgorithm }));
    const object = await store.client.send(get);
    expect(await object.Body?.transformToString()).toBe("a blue mug");
  },
);

test.each([
  ["CRC32", { ChecksumCRC32: "AAAAAA==" }],
  ["SHA256", { ChecksumSHA256: Buffer.alloc(32).toString("base64") }],
  ["Content-MD5", { ContentMD5: Buffer.alloc(16).toString("base64") }],
])("a body that does not have the %s claimed is refused as BadDigest", async (name, claim) => {
  await using store = await openTestStore();
  expect(await refusalOf(store.client.send(put(claim)))).toEqual({
    code: "BadDigest",
    status: 400,
    message: expect.stringContaining(`The ${name} you specified did not match`),
  });
  expect(await refusalOf(store.client.send(get))).toMatchObject({ code: "NoSuchKey" });
});

test("a Content-MD5 that is no MD5 is refused as InvalidDigest", async () => {
  await using store = await openTestStore();
  const refusal = await refusalOf(store.client.send(put({ ContentMD5: "short" })));
  expect(refusal).toMatchObject({ code: "InvalidDigest", status: 400 });
});

test("of twenty racing creations of one key, one succeeds", async () => {
  await using store = await openTestStore();
  // Connections first: each racer's is open before any of them starts.
  const racers = Array.from({ length: 20 }, () => store.connect());
  await Promise.all(racers.map((client) => client.send(put({ Key: "warm-up" }))));

  const outcomes = await Promise.allSettled(
    racers.map((client, index) =>
      client.send(put({ Key: "race", Body: `racer ${index}`, IfNoneMatch: "*" })),
    ),
  );
  const lost = outcomes.filter((outcome) => outcome.status === "rejected");
  const winner = outcomes.findIndex((outcome) => outcome.status === "fulfilled");

  expect(lost.map(({ reason }) => reason)).toEqual(
    Array.from({ length: 19 }, () => expect.objectContaining({ name: "PreconditionFailed" })),
  );
  const object = await store.client.send(new GetObjectCommand({ Bucket: BUCKET, Key: "race" }));
  expect(await object.Body?.transformToString()).toBe(`racer ${winner}`);
});

test("of twenty racing replacements of one version, one succeeds", async () => {
  await using store = await openTestStore();
  const { ETag } = await store.client.send(put());
  const racers = Array.from({ length: 20 }, () => store.connect());
  await Promise.all(racers.map((client) => client.send(get)));

  const outcomes = await Promise.allSettled(
    racers.map((client, index) => client.send(put({ Body: `racer ${index}`, IfMatch: ETag }))),
  );
  expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(outcomes.filter(({ status }) => status === "rejected")).toHaveLength(19);
});

test("to replace a version of what does not exist is refused as NoSuchKey", async () => {
  await using store = await openTestStore();
  const refusal = await refusalOf(store.client.send(put({ IfMatch: '"0"' })));
  expect(refusal).toMatchObject({ code: "NoSuchKey", status: 404 });
});

test("If-None-Match with an ETag is refused as NotImplemented", async () => {
  await using store = await openTestStore();
  const refusal = await refusalOf(store.client.send(put({ IfNoneMatch: '"0"' })));
  expect(refusal).toMatchObject({ code: "NotImplemented", status: 501 });
});

test("a key with every awkward character is kept apart from its neighbours", async () => {
  await using store = await openTestStore();
  const keys = ["a b", "a+b", "a%20b", "a/../b", "a//b", "ü/€/😀", "~!*'()&=?#@:;,$"];
  for (const Key of keys) await store.client.send(put({ Key, Body: Key }));
  for (const Key of keys) {
    const object = await store.client.send(new GetObjectCommand({ Bucket: BUCKET, Key }));
    expect(await object.Body?.transformToString()).toBe(Key);
  }
});

test("a key of more than 1024 bytes is refused", async () => {
  await using store = await openTestStore();
  await store.client.send(put({ Key: "k".repeat(1024) }));
  const refusal = await refusalOf(store.client.send(put({ Key: "k".repeat(1025) })));
  expect(refusal).toMatchObject({ code: "KeyTooLongError", status: 400 });
});

test("metadata of more than 2 KB is refused", async () => {
  await using store = await openTestStore();
  const refusal = await refusalOf(store.client.send(put({ Metadata: { note: "n".repeat(2048) } })));
  expect(refusal).toMatchObject({ code: "MetadataTooLarge", status: 400 });
});

test.each([
  ["a buffer", 2_000],
  ["a buffer that is beyond what any framing could add", 5_000_000],
])("an object over the limit is refused: %s", async (_name, sizeBytes) => {
  await using store = await openTestStore({ maxObjectBytes: 1_000 });
  await store.client.send(put({ Body: Buffer.alloc(1_000) }));
  const refusal = await refusalOf(store.client.send(put({ Body: Buffer.alloc(sizeBytes) })));
  expect(refusal).toMatchObject({ code: "EntityTooLarge", status: 400 });
});

test("an unknown bucket is refused", async () => {
  await using store = await openTestStore();
  const refusal = await refusalOf(store.client.send(put({ Bucket: "elsewhere" })));
  expect(refusal).toMatchObject({ code: "NoSuchBucket", status: 404 });
});

test("what the store does not do is refused rather than ignored", async () => {
  await using store = await openTestStore();
  for (const feature of [{ ACL: "public-read" }, { Tagging: "a=b" }] as const) {
    const refusal = await refusalOf(store.client.send(put(feature)));
    expect(refusal).toMatchObject({ code: "NotImplemented", status: 501 });
  }
});
