import { GetObjectCommand, HeadObjectCommand, PutObjectCommand } from "@aws-sdk/client-s3";
import { expect, test } from "vitest";
import type { Fault } from "./faults.ts";
import { BUCKET, openTestStore, refusalIn, refusalOf } from "./test-store.ts";

type Store = Awaited<ReturnType<typeof openTestStore>>;

const object = { Bucket: BUCKET, Key: "mug.txt" };
const put = new PutObjectCommand({ ...object, Body: "a blue mug" });
const get = new GetObjectCommand(object);

const postFault = (store: Store, body: string, contentType = "application/json") =>
  fetch(`${store.url}/_control/faults`, {
    method: "POST",
    headers: { "content-type": contentType },
    body,
  });

const arm = (store: Store, fault: Fault & { requests?: number }) =>
  postFault(store, JSON.stringify(fault));

test.each([
  [500, "InternalError"],
  [503, "SlowDown"],
] as const)(
  "status %i is answered for as many requests as asked, without effect",
  async (status, code) => {
    await using store = await openTestStore();
    await arm(store, { status, requests: 2 });
    expect(await refusalOf(store.client.send(put))).toMatchObject({ code, status });
    expect(await refusalOf(store.client.send(get))).toMatchObject({ code, status });
    expect(await refusalOf(store.client.send(get))).toMatchObject({ code: "NoSuchKey" });
  },
);

test("the SDK's own retries ride out a short failure", async () => {
  await using store = await openTestStore();
  await arm(store, { status: 500, requests: 2 });
  const { $metadata } = await store.connect({ maxAttempts: 3 }).send(put);
  expect($metadata.attempts).toBe(3);
});

test("a connection cut while the body comes in leaves no object", async () => {
  await using store = await openTestStore();
  await arm(store, { dropAfterReceivedBytes: 1 });
  await expect(store.client.send(put)).rejects.toMatchObject({ code: "ECONNRESET" });
  expect(await refusalOf(store.client.send(get))).toMatchObject({ code: "NoSuchKey" });
});

test("a connection cut before the answer leaves the object", async () => {
  await using store = await openTestStore();
  await arm(store, { dropAfterSentBytes: 0 });
  await expect(store.client.send(put)).rejects.toMatchObject({ code: "ECONNRESET" });
  expect(await store.client.send(new HeadObjectCommand(object))).toMatchObject({
    ContentLength: 10,
  });
});

test("a connection cut within the answer gives part of the object", async () => {
  await using store = await openTestStore();
  await store.client.send(put);
  await arm(store, { dropAfterSentBytes: 4 });
  const { Body, ContentLength } = await store.client.send(get);
  expect(ContentLength).toBe(10);
  await expect(Body?.transformToString()).rejects.toThrow("aborted");
});

test("a delayed request outlasts an impatient client, and the next does not", async () => {
  await using store = await openTestStore();
  await store.client.send(put);
  await arm(store, { delayMs: 60_000 });
  const abortSignal = AbortSignal.timeout(50);
  await expect(store.client.send(get, { abortSignal })).rejects.toMatchObject({
    name: "AbortError",
  });
  expect(await store.client.send(get)).toMatchObject({ ContentLength: 10 });
});

test("an armed fault can be called off", async () => {
  await using store = await openTestStore();
  await arm(store, { status: 500, requests: 10 });
  await arm(store, { requests: 0 });
  expect(await store.client.send(put)).toHaveProperty("ETag");
});

test.each([
  '{"status":404}',
  '{"delayMs":-1}',
  '{"delayMs":3600000}',
  '{"requests":0.5}',
  '{"colour":1}',
  '{"constructor":1}',
  "[]",
  "nonsense",
])("a fault that makes no sense is refused: %s", async (fault) => {
  await using store = await openTestStore();
  expect(await refusalIn(await postFault(store, fault))).toMatchObject({ code: "InvalidArgument" });
});

test("a fault that any web page could send is refused", async () => {
  await using store = await openTestStore();
  expect((await postFault(store, '{"status":500}', "text/plain")).status).toBe(405);
});
