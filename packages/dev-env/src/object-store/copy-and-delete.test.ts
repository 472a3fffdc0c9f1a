import {
  CopyObjectCommand,
  CreateBucketCommand,
  DeleteObjectCommand,
  DeleteObjectsCommand,
  GetObjectCommand,
  HeadBucketCommand,
  ListObjectsV2Command,
  PutObjectCommand,
} from "@aws-sdk/client-s3";
import { expect, test } from "vitest";
import { BUCKET, openTestStore, refusalOf } from "./test-store.ts";

const mug = { Bucket: BUCKET, Key: "mugs/blue ü.txt" };
const putMug = new PutObjectCommand({ ...mug, Body: "a blue mug", Metadata: { sku: "MUG-BLUE" } });
const CopySource = `/${BUCKET}/${encodeURIComponent(mug.Key)}`;

test("a copy has the bytes, the ETag and the metadata of its source", async () => {
  await using store = await openTestStore({ buckets: [BUCKET, "archive"] });
  const { ETag } = await store.client.send(putMug);
  const to = { Bucket: "archive", Key: "blue.txt" };
  const { CopyObjectResult } = await store.client.send(
    new CopyObjectCommand({ ...to, CopySource }),
  );
  const copy = await store.client.send(new GetObjectCommand(to));

  expect(CopyObjectResult?.ETag).toBe(ETag);
  expect(await copy.Body?.transformToString()).toBe("a blue mug");
  expect(copy).toMatchObject({ ETag, Metadata: { sku: "MUG-BLUE" } });
});

test("a copy onto itself may replace the metadata, and must", async () => {
  await using store = await openTestStore();
  await store.client.send(putMug);
  const refusal = await refusalOf(store.client.send(new CopyObjectCommand({ ...mug, CopySource })));
  await store.client.send(
    new CopyObjectCommand({
      ...mug,
      CopySource,
      MetadataDirective: "REPLACE",
      Metadata: { sku: "MUG-RED" },
    }),
  );
  const { Metadata } = await store.client.send(new GetObjectCommand(mug));

  expect(refusal).toMatchObject({ code: "InvalidRequest", status: 400 });
  expect(Metadata).toEqual({ sku: "MUG-RED" });
});

test.each([
  [`/${BUCKET}/none`, "NoSuchKey"],
  ["/elsewhere/mug", "NoSuchBucket"],
  ["nonsense", "InvalidArgument"],
])("a copy from %s is refused as %s", async (CopySource, code) => {
  await using store = await openTestStore();
  const copy = new CopyObjectCommand({ Bucket: BUCKET, Key: "copy", CopySource });
  expect(await refusalOf(store.client.send(copy))).toMatchObject({ code });
});

test("a deleted object is gone, and may be deleted again", async () => {
  await using store = await openTestStore();
  await store.client.send(putMug);
  await store.client.send(new DeleteObjectCommand(mug));
  await store.client.send(new DeleteObjectCommand(mug));
  const refusal = await refusalOf(store.client.send(new GetObjectCommand(mug)));
  expect(refusal).toMatchObject({ code: "NoSuchKey" });
});

test("many objects are deleted at once, and each is reported", async () => {
  await using store = await openTestStore();
  const keys = ["a & b", "<c>", "d\r\ne", "keep"];
  for (const Key of keys)
    await store.client.send(new PutObjectCommand({ Bucket: BUCKET, Key, Body: Key }));
  const Objects = [...keys.slice(0, 3), "never was"].map((Key) => ({ Key }));
  const { Deleted } = await store.client.send(
    new DeleteObjectsCommand({ Bucket: BUCKET, Delete: { Objects } }),
  );
  const left = await store.client.send(new ListObjectsV2Command({ Bucket: BUCKET }));

  expect(Deleted).toEqual(Objects);
  expect(left.Contents).toEqual([expect.objectContaining({ Key: "keep" })]);
});

test("a deletion of no keys, or of more than a thousand, is refused as MalformedXML", async () => {
  await using store = await openTestStore();
  for (const length of [0, 1001]) {
    const Objects = Array.from({ length }, (_, index) => ({ Key: `mug-${index}` }));
    const deletion = new DeleteObjectsCommand({ Bucket: BUCKET, Delete: { Objects } });
    expect(await refusalOf(store.client.send(deletion))).toMatchObject({ code: "MalformedXML" });
  }
});

function headersOf(request: unknown): object {
  const headers = typeof request === "object" && request && "headers" in request && request.headers;
  if (typeof headers !== "object" || headers === null) throw new Error("Not an HTTP request");
  return headers;
}

test("a deletion without a checksum of its list is refused", async () => {
  await using store = await openTestStore();
  store.client.middlewareStack.add(
    (next) => (args) => {
      for (const name of ["x-amz-checksum-crc32", "x-amz-sdk-checksum-algorithm"]) {
        Reflect.deleteProperty(headersOf(args.request), name);
      }
      return next(args);
    },
    { step: "build", priority: "low" },
  );
  const deletion = new DeleteObjectsCommand({
    Bucket: BUCKET,
    Delete: { Objects: [{ Key: "a" }] },
  });
  expect(await refusalOf(store.client.send(deletion))).toMatchObject({
    code: "InvalidRequest",
    message: expect.stringContaining("Missing required header for this request: Content-MD5"),
  });
});

test("a bucket is created once, under a valid name", async () => {
  await using store = await openTestStore();
  const create = (Bucket: string) => store.client.send(new CreateBucketCommand({ Bucket }));
  const head = new HeadBucketCommand({ Bucket: "archive" });

  expect(await refusalOf(store.client.send(head))).toMatchObject({ status: 404 });
  await create("archive");
  expect(await store.client.send(head)).toMatchObject({ $metadata: { httpStatusCode: 200 } });
  expect(await refusalOf(create("archive"))).toMatchObject({
    code: "BucketAlreadyOwnedByYou",
    status: 409,
  });
  expect(await refusalOf(create("Not_A_Name"))).toMatchObject({ code: "InvalidBucketName" });
});
