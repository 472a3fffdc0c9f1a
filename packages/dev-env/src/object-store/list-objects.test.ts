import {
  ListObjectsCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  paginateListObjectsV2,
  type ListObjectsV2CommandInput,
} from "@aws-sdk/client-s3";
import { expect, test } from "vitest";
import { BUCKET, openTestStore, refusalOf } from "./test-store.ts";

/** A store that holds these keys, and a way to list it. */
async function openStoreWith(keys: readonly string[]) {
  const store = await openTestStore();
  for (const Key of keys) {
    await store.client.send(new PutObjectCommand({ Bucket: BUCKET, Key, Body: Key }));
  }
  const list = (input: Partial<ListObjectsV2CommandInput> = {}) =>
    store.client.send(new ListObjectsV2Command({ Bucket: BUCKET, ...input }));
  return { ...store, list };
}

const keysOf = (contents: readonly { readonly Key?: string | undefined }[] = []) =>
  contents.map(({ Key }) => Key);

const shop = [
  "banner.webp",
  "cups/red.webp",
  "mugs/big/blue.webp",
  "mugs/blue.webp",
  "mugs/red.webp",
];

test("a bucket is listed in the order of its keys' bytes", async () => {
  const keys = ["b", "a/b", "a b", "B", "\u{1F600}", "\uFF61", "ü&amp;<>"];
  await using store = await openStoreWith(keys);
  const listed = await store.list();
  expect(keysOf(listed.Contents)).toEqual([
    "B",
    "a b",
    "a/b",
    "b",
    "ü&amp;<>",
    "\uFF61",
    "\u{1F600}",
  ]);
  expect(listed).toMatchObject({ KeyCount: 7, IsTruncated: false });
});

test("a listed object has its size, time and ETag", async () => {
  await using store = await openStoreWith(["mug"]);
  const { Contents } = await store.list();
  expect(Contents).toEqual([
    expect.objectContaining({ Size: 3, ETag: expect.any(String), LastModified: expect.any(Date) }),
  ]);
});

test("a prefix and a delimiter show one level, like a folder", async () => {
  await using store = await openStoreWith(shop);
  const top = await store.list({ Delimiter: "/" });
  const mugs = await store.list({ Delimiter: "/", Prefix: "mugs/" });

  expect(keysOf(top.Contents)).toEqual(["banner.webp"]);
  expect(top.CommonPrefixes).toEqual([{ Prefix: "cups/" }, { Prefix: "mugs/" }]);
  expect(keysOf(mugs.Contents)).toEqual(["mugs/blue.webp", "mugs/red.webp"]);
  expect(mugs.CommonPrefixes).toEqual([{ Prefix: "mugs/big/" }]);
});

test.each([1, 2, 3])("pages of %i name every key and prefix once", async (MaxKeys) => {
  await using store = await openStoreWith(shop);
  const names = new Map<string | undefined, number>();
  for await (const page of paginateListObjectsV2(
    { client: store.client },
    { Bucket: BUCKET, Delimiter: "/", MaxKeys },
  )) {
    expect(page.KeyCount).toBeLessThanOrEqual(MaxKeys);
    const { Contents = [], CommonPrefixes = [] } = page;
    for (const name of [...keysOf(Contents), ...CommonPrefixes.map(({ Prefix }) => Prefix)]) {
      names.set(name, (names.get(name) ?? 0) + 1);
    }
  }
  expect(Object.fromEntries(names)).toEqual({ "banner.webp": 1, "cups/": 1, "mugs/": 1 });
});

test("a listing may start after a key", async () => {
  await using store = await openStoreWith(shop);
  const { Contents } = await store.list({ StartAfter: "mugs/big/blue.webp" });
  expect(keysOf(Contents)).toEqual(["mugs/blue.webp", "mugs/red.webp"]);
});

test("keys that XML cannot hold may be asked for in URL encoding", async () => {
  await using store = await openStoreWith(["a\u0001b/ü c"]);
  const { Contents } = await store.list({ EncodingType: "url" });
  expect(keysOf(Contents)).toEqual(["a%01b/%C3%BC%20c"]);
});

test.each([{ ContinuationToken: "made up!" }, { MaxKeys: -1 }])(
  "nonsense is refused as InvalidArgument: %j",
  async (input) => {
    await using store = await openStoreWith([]);
    expect(await refusalOf(store.list(input))).toMatchObject({
      code: "InvalidArgument",
      status: 400,
    });
  },
);

test("a listing of no keys is empty and not truncated", async () => {
  await using store = await openStoreWith(shop);
  expect(await store.list({ MaxKeys: 0 })).toMatchObject({ KeyCount: 0, IsTruncated: false });
});

test("a listing of version 1 is refused as NotImplemented", async () => {
  await using store = await openStoreWith([]);
  const refusal = await refusalOf(store.client.send(new ListObjectsCommand({ Bucket: BUCKET })));
  expect(refusal).toMatchObject({ code: "NotImplemented", status: 501 });
});
