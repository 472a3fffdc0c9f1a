import { GetObjectCommand, HeadObjectCommand } from "@aws-sdk/client-s3";
import { createPresignedPost, type PresignedPostOptions } from "@aws-sdk/s3-presigned-post";
import { expect, test } from "vitest";
import { BUCKET, openTestStore, refusalIn } from "./test-store.ts";

type Store = Awaited<ReturnType<typeof openTestStore>>;
type Fields = Record<string, string>;

const offer = (store: Store, options: Partial<PresignedPostOptions> = {}) =>
  createPresignedPost(store.client, {
    Bucket: BUCKET,
    Key: "photos/mug.webp",
    Conditions: [
      ["content-length-range", 2, 100],
      ["starts-with", "$Content-Type", "image/"],
    ],
    Fields: { "x-amz-meta-sku": "MUG-BLUE" },
    ...options,
  });

/** Fills in the form as a page would, `fields` over those that the policy came with. */
function post(url: string, fields: Fields, file = new File(["picture"], "mug.webp")) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append("file", file);
  return fetch(url, { method: "POST", body: form });
}

/** Offers an upload, posts to it with the given changes, and says how it was refused. */
async function refusalOfPost(
  change: Fields,
  options: Partial<PresignedPostOptions> = {},
  file?: File,
) {
  await using store = await openTestStore();
  const { url, fields } = await offer(store, options);
  return await refusalIn(
    await post(url, { ...fields, "Content-Type": "image/webp", ...change }, file),
  );
}

test("a form that keeps to its policy is stored, with its type and metadata", async () => {
  await using store = await openTestStore();
  const { url, fields } = await offer(store);
  const response = await post(url, { ...fields, "Content-Type": "image/webp" });
  const stored = await store.client.send(
    new GetObjectCommand({ Bucket: BUCKET, Key: "photos/mug.webp" }),
  );

  expect(response.status).toBe(204);
  expect(response.headers.get("etag")).toBe(stored.ETag);
  expect(response.headers.get("location")).toBe(`${store.url}/media/photos/mug.webp`);
  expect(await stored.Body?.transformToString()).toBe("picture");
  expect(stored).toMatchObject({ ContentType: "image/webp", Metadata: { sku: "MUG-BLUE" } });
});

test.each([
  ["the key", { key: "photos/cup.webp" }, '["eq", "$key", "photos/mug.webp"]'],
  ["the type", { "Content-Type": "text/html" }, '["starts-with", "$Content-Type", "image/"]'],
  ["metadata", { "x-amz-meta-sku": "MUG-RED" }, '["eq", "$x-amz-meta-sku", "MUG-BLUE"]'],
  [
    "one of two types",
    { "Content-Type": "image/webp, text/html" },
    '["starts-with", "$Content-Type", "image/"]',
  ],
])("a form that breaks a condition is refused with it: %s", async (_name, change, condition) => {
  expect(await refusalOfPost(change)).toEqual({
    code: "AccessDenied",
    status: 403,
    message: `Invalid according to Policy: Policy Condition failed: ${condition}`,
  });
});

test("a form for one bucket is refused by another", async () => {
  await using store = await openTestStore({ buckets: [BUCKET, "private"] });
  const { url, fields } = await offer(store);
  const elsewhere = url.replace(`/${BUCKET}`, "/private");
  expect(
    await refusalIn(await post(elsewhere, { ...fields, "Content-Type": "image/webp" })),
  ).toEqual({
    code: "AccessDenied",
    status: 403,
    message: 'Invalid according to Policy: Policy Condition failed: ["eq", "$bucket", "media"]',
  });
});

test("a field that the policy does not mention is refused", async () => {
  expect(await refusalOfPost({ "x-amz-meta-role": "admin" })).toEqual({
    code: "AccessDenied",
    status: 403,
    message: "Invalid according to Policy: Extra input fields: x-amz-meta-role",
  });
});

test("a field with the prefix x-ignore- needs no mention", async () => {
  await using store = await openTestStore();
  const { url, fields } = await offer(store);
  const change = { "Content-Type": "image/webp", "x-ignore-theme": "dark" };
  expect((await post(url, { ...fields, ...change })).status).toBe(204);
});

test.each([
  ["larger", "EntityTooLarge", "x".repeat(101)],
  ["smaller", "EntityTooSmall", "x"],
])("a file %s than the policy allows is refused as %s", async (comparison, code, content) => {
  const refusal = await refusalOfPost({}, {}, new File([content], "mug.webp"));
  expect(refusal).toMatchObject({ code, status: 400 });
  expect(refusal.message).toContain(
    comparison === "larger" ? "exceeds the maximum" : "smaller than",
  );
});

test.each([2, 100])(
  "a file of %i bytes, at an end of the range, is accepted",
  async (sizeBytes) => {
    await using store = await openTestStore();
    const { url, fields } = await offer(store);
    const file = new File(["x".repeat(sizeBytes)], "mug.webp");
    const response = await post(url, { ...fields, "Content-Type": "image/webp" }, file);
    expect(response.status).toBe(204);
  },
);

test("a file over the store's own limit is refused, whatever its policy", async () => {
  await using store = await openTestStore({ maxObjectBytes: 1_000 });
  const { url, fields } = await offer(store, { Conditions: [] });
  const response = await post(url, fields, new File(["x".repeat(1_001)], "mug.webp"));
  expect(await refusalIn(response)).toMatchObject({ code: "EntityTooLarge", status: 400 });
});

test("an expired policy is refused", async () => {
  expect(await refusalOfPost({}, { Expires: -1 })).toEqual({
    code: "AccessDenied",
    status: 403,
    message: "Invalid according to Policy: Policy expired.",
  });
});

test("a policy made wider after it was signed is refused as SignatureDoesNotMatch", async () => {
  await using store = await openTestStore();
  const { fields } = await offer(store);
  const policy = JSON.parse(Buffer.from(fields["Policy"] ?? "", "base64").toString());
  const wider = { ...policy, expiration: "2099-01-01T00:00:00Z" };
  const Policy = Buffer.from(JSON.stringify(wider)).toString("base64");
  expect(await refusalOfPost({ Policy })).toMatchObject({
    code: "SignatureDoesNotMatch",
    status: 403,
  });
});

test("a signature made up is refused as SignatureDoesNotMatch", async () => {
  const refusal = await refusalOfPost({ "X-Amz-Signature": "0".repeat(64) });
  expect(refusal).toMatchObject({ code: "SignatureDoesNotMatch", status: 403 });
});

test("an unknown access key is refused as InvalidAccessKeyId", async () => {
  const day = new Date().toISOString().slice(0, 10).replaceAll("-", "");
  const credential = `AKIANOBODY/${day}/us-east-1/s3/aws4_request`;
  const refusal = await refusalOfPost({ "X-Amz-Credential": credential });
  expect(refusal).toMatchObject({ code: "InvalidAccessKeyId", status: 403 });
});

test("the name of the file takes its place in the key, without its path", async () => {
  await using store = await openTestStore();
  const { url, fields } = await offer(store, {
    Key: "photos/${filename}",
    Conditions: [],
    Fields: {},
  });
  const response = await post(url, fields, new File(["picture"], "C:\\pictures\\mug $& blue.webp"));
  const Key = "photos/mug $& blue.webp";

  expect(response.status).toBe(204);
  const head = await store.client.send(new HeadObjectCommand({ Bucket: BUCKET, Key }));
  expect(head.ContentType).toBe("binary/octet-stream");
});

test("a form may ask for 201 and the object's address in XML", async () => {
  await using store = await openTestStore();
  const { url, fields } = await offer(store, {
    Conditions: [],
    Fields: { success_action_status: "201" },
  });
  const response = await post(url, fields);
  expect(response.status).toBe(201);
  expect(await response.text()).toContain(
    `<Location>${store.url}/media/photos/mug.webp</Location><Bucket>media</Bucket><Key>photos/mug.webp</Key>`,
  );
});

test("a form may ask to be redirected, with the key in the address", async () => {
  await using store = await openTestStore();
  const { url, fields } = await offer(store, {
    Conditions: [],
    Fields: { success_action_redirect: "http://shop.test/done?step=2" },
  });
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append("file", new File(["picture"], "mug.webp"));
  const response = await fetch(url, { method: "POST", body: form, redirect: "manual" });

  expect(response.status).toBe(303);
  expect(response.headers.get("location")).toMatch(
    /^http:\/\/shop\.test\/done\?step=2&bucket=media&key=photos%2Fmug\.webp&etag=/,
  );
});

test("metadata that no header could carry comes back in RFC 2047 encoding", async () => {
  await using store = await openTestStore();
  const { url, fields } = await offer(store, {
    Conditions: [],
    Fields: { "x-amz-meta-name": "₹ mug\r\nx-amz-meta-role: admin" },
  });
  const response = await post(url, fields);
  const head = await store.client.send(
    new HeadObjectCommand({ Bucket: BUCKET, Key: "photos/mug.webp" }),
  );
  expect(response.status).toBe(204);
  expect(head.Metadata).toEqual({ name: expect.stringMatching(/^=\?UTF-8\?B\?[\w+/=]+\?=$/) });
});

test("a form without a policy is refused", async () => {
  await using store = await openTestStore();
  const response = await post(`${store.url}/${BUCKET}`, { key: "mug.webp" });
  expect(await refusalIn(response)).toMatchObject({ code: "AccessDenied", status: 403 });
});

test("a form without a file is refused", async () => {
  await using store = await openTestStore();
  const body = new FormData();
  body.append("key", "mug.webp");
  const response = await fetch(`${store.url}/${BUCKET}`, { method: "POST", body });
  expect(await refusalIn(response)).toMatchObject({ code: "InvalidArgument", status: 400 });
});

test("a body that is no form is refused as PreconditionFailed", async () => {
  await using store = await openTestStore();
  const response = await fetch(`${store.url}/${BUCKET}`, { method: "POST", body: "a blue mug" });
  expect(await refusalIn(response)).toMatchObject({ code: "PreconditionFailed", status: 412 });
});

test.each([
  "",
  "--b",
  "--b\r\n\r\n\r\nno name\r\n--b--",
  '--b\r\ncontent-disposition: form-data; name="file"\r\n\r\nno end',
])("a broken form is refused as MalformedPOSTRequest: %j", async (body) => {
  await using store = await openTestStore();
  const headers = { "content-type": "multipart/form-data; boundary=b" };
  const response = await fetch(`${store.url}/${BUCKET}`, { method: "POST", body, headers });
  expect(await refusalIn(response)).toMatchObject({ code: "MalformedPOSTRequest", status: 400 });
});

test("fields of more than 20 KB are refused", async () => {
  const refusal = await refusalOfPost({ "x-ignore-note": "n".repeat(21_000) });
  expect(refusal).toMatchObject({ code: "MaxPostPreDataLengthExceededError", status: 400 });
});
