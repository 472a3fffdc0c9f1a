import {
  GetObjectCommand,
  HeadObjectCommand,
  PutObjectCommand,
  type GetObjectCommandInput,
} from "@aws-sdk/client-s3";
import { expect, test } from "vitest";
import { BUCKET, openTestStore, refusalOf } from "./test-store.ts";

const object = { Bucket: BUCKET, Key: "mug.txt" };

/** A store with ten bytes at `mug.txt`. */
async function openStoreWithMug() {
  const store = await openTestStore();
  const { ETag = "" } = await store.client.send(
    new PutObjectCommand({ ...object, Body: "0123456789" }),
  );
  const get = (input: Partial<GetObjectCommandInput> = {}) =>
    store.client.send(new GetObjectCommand({ ...object, ...input }));
  return { ...store, ETag, get };
}

test.each([
  ["bytes=2-4", "234", "bytes 2-4/10"],
  ["bytes=7-", "789", "bytes 7-9/10"],
  ["bytes=-3", "789", "bytes 7-9/10"],
  ["bytes=8-99", "89", "bytes 8-9/10"],
  ["bytes=-99", "0123456789", "bytes 0-9/10"],
])("the range %s gives %s", async (Range, text, ContentRange) => {
  await using store = await openStoreWithMug();
  const part = await store.get({ Range, ChecksumMode: "ENABLED" });
  expect(await part.Body?.transformToString()).toBe(text);
  expect(part).toMatchObject({ ContentRange, ContentLength: text.length });
});

test.each(["bytes=4-2", "bytes=0-1,4-5", "lines=1-2", "bytes=-"])(
  "the range %s gives the whole object",
  async (Range) => {
    await using store = await openStoreWithMug();
    const whole = await store.get({ Range });
    expect(whole.$metadata.httpStatusCode).toBe(200);
    expect(await whole.Body?.transformToString()).toBe("0123456789");
  },
);

test.each(["bytes=10-", "bytes=-0"])("the range %s is refused as InvalidRange", async (Range) => {
  await using store = await openStoreWithMug();
  expect(await refusalOf(store.get({ Range }))).toMatchObject({
    code: "InvalidRange",
    status: 416,
  });
});

test("a reader who has the object is told so, without its bytes", async () => {
  await using store = await openStoreWithMug();
  const now = new Date();
  for (const condition of [
    { IfNoneMatch: store.ETag },
    { IfNoneMatch: `"other", ${store.ETag}` },
    { IfNoneMatch: "*" },
    { IfModifiedSince: now },
  ]) {
    expect(await refusalOf(store.get(condition))).toMatchObject({ status: 304 });
  }
});

test("a reader who insists on another version is refused as PreconditionFailed", async () => {
  await using store = await openStoreWithMug();
  for (const condition of [{ IfMatch: '"other"' }, { IfUnmodifiedSince: new Date(0) }]) {
    expect(await refusalOf(store.get(condition))).toMatchObject({
      code: "PreconditionFailed",
      status: 412,
    });
  }
});

test("a reader whose conditions hold gets the object, an ETag deciding over a date", async () => {
  await using store = await openStoreWithMug();
  for (const condition of [
    { IfMatch: store.ETag },
    { IfNoneMatch: '"other"' },
    { IfMatch: store.ETag, IfUnmodifiedSince: new Date(0) },
    { IfNoneMatch: '"other"', IfModifiedSince: new Date() },
    { IfModifiedSince: new Date(0) },
  ]) {
    expect(await (await store.get(condition)).Body?.transformToString()).toBe("0123456789");
  }
});

test("a HEAD tells size, type and ETag", async () => {
  await using store = await openStoreWithMug();
  const head = await store.client.send(new HeadObjectCommand(object));
  expect(head).toMatchObject({
    ContentLength: 10,
    ContentType: "application/octet-stream",
    ETag: store.ETag,
    AcceptRanges: "bytes",
  });
});

test("a missing key is refused as NoSuchKey, and by HEAD with a bare 404", async () => {
  await using store = await openStoreWithMug();
  expect(await refusalOf(store.get({ Key: "none" }))).toEqual({
    code: "NoSuchKey",
    status: 404,
    message: "The specified key does not exist.",
  });
  const head = new HeadObjectCommand({ ...object, Key: "none" });
  expect(await refusalOf(store.client.send(head))).toMatchObject({ code: "NotFound", status: 404 });
});

test("an empty object is stored and read", async () => {
  await using store = await openStoreWithMug();
  await store.client.send(new PutObjectCommand({ ...object, Key: "empty", Body: Buffer.alloc(0) }));
  const empty = await store.get({ Key: "empty" });
  expect(await empty.Body?.transformToString()).toBe("");
  expect(empty.ContentLength).toBe(0);
});
