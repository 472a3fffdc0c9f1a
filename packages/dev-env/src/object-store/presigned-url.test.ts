import { GetObjectCommand, PutObjectCommand } from "@aws-sdk/client-s3";
import { getSignedUrl } from "@aws-sdk/s3-request-presigner";
import { expect, test } from "vitest";
import { BUCKET, openTestStore, refusalIn } from "./test-store.ts";

type Store = Awaited<ReturnType<typeof openTestStore>>;

const object = { Bucket: BUCKET, Key: "mug.txt" };

/** A URL for the upload of ten bytes of plain text, both of them signed. */
const uploadUrl = (store: Store, options: { expiresIn?: number; signingDate?: Date } = {}) =>
  getSignedUrl(
    // Else the URL would hold the checksum of the empty body that the presigner knows.
    store.connect({ requestChecksumCalculation: "WHEN_REQUIRED" }),
    new PutObjectCommand({ ...object, ContentType: "text/plain", ContentLength: 10 }),
    { signableHeaders: new Set(["content-type", "content-length", "host"]), ...options },
  );

const upload = (url: string, body = "a blue mug", type = "text/plain") =>
  fetch(url, { method: "PUT", body, headers: { "content-type": type } });

test("a presigned upload is accepted, and a presigned download gives it back", async () => {
  await using store = await openTestStore();
  const uploaded = await upload(await uploadUrl(store));
  const downloaded = await fetch(await getSignedUrl(store.client, new GetObjectCommand(object)));

  expect(uploaded.status).toBe(200);
  expect(await downloaded.text()).toBe("a blue mug");
  expect(downloaded.headers.get("content-type")).toBe("text/plain");
});

test("a presigned download may name its own type and file", async () => {
  await using store = await openTestStore();
  await upload(await uploadUrl(store));
  const command = new GetObjectCommand({
    ...object,
    ResponseContentType: "text/csv",
    ResponseContentDisposition: 'attachment; filename="mug.csv"',
  });
  const downloaded = await fetch(await getSignedUrl(store.client, command));
  expect(downloaded.headers.get("content-type")).toBe("text/csv");
  expect(downloaded.headers.get("content-disposition")).toBe('attachment; filename="mug.csv"');
});

test.each([
  ["the key", (url: string) => url.replace("mug.txt", "cup.txt")],
  ["the expiry", (url: string) => url.replace("X-Amz-Expires=900", "X-Amz-Expires=901")],
  ["the signature", (url: string) => url.replace(/.$/, "").concat("0").replace("=0", "=1")],
  ["a further parameter", (url: string) => `${url}&x-amz-meta-role=admin`],
])("a changed URL is refused as SignatureDoesNotMatch: %s", async (_name, change) => {
  await using store = await openTestStore();
  const refusal = await refusalIn(await upload(change(await uploadUrl(store))));
  expect(refusal).toMatchObject({ code: "SignatureDoesNotMatch", status: 403 });
});

test("another content type than the signed one is refused", async () => {
  await using store = await openTestStore();
  const refusal = await refusalIn(await upload(await uploadUrl(store), "a blue mug", "text/html"));
  expect(refusal).toMatchObject({ code: "SignatureDoesNotMatch", status: 403 });
});

test("another size than the signed one is refused", async () => {
  await using store = await openTestStore();
  const refusal = await refusalIn(await upload(await uploadUrl(store), "a much bigger mug"));
  expect(refusal).toMatchObject({ code: "SignatureDoesNotMatch", status: 403 });
});

test("a URL for downloads does not upload", async () => {
  await using store = await openTestStore();
  const url = await getSignedUrl(store.client, new GetObjectCommand(object));
  expect(await refusalIn(await upload(url))).toMatchObject({ code: "SignatureDoesNotMatch" });
});

test("an expired URL is refused", async () => {
  await using store = await openTestStore();
  const signingDate = new Date(Date.now() - 120_000);
  const url = await uploadUrl(store, { expiresIn: 60, signingDate });
  expect(await refusalIn(await upload(url))).toEqual({
    code: "AccessDenied",
    status: 403,
    message: "Request has expired",
  });
});

test.each([
  ["longer than a week", "X-Amz-Expires=604801", "X-Amz-Expires must be less than a week"],
  ["not a number", "X-Amz-Expires=soon", "X-Amz-Expires should be a non-negative number"],
  ["absent", "x-ignored=900", "Query-string authentication version 4 requires"],
])("an expiry is refused where it is %s", async (_name, expiry, message) => {
  await using store = await openTestStore();
  const url = (await uploadUrl(store)).replace("X-Amz-Expires=900", expiry);
  expect(await refusalIn(await upload(url))).toEqual({
    code: "AuthorizationQueryParametersError",
    status: 400,
    message: expect.stringContaining(message),
  });
});

test("metadata signed into the URL is kept with the object", async () => {
  await using store = await openTestStore();
  const command = new PutObjectCommand({ ...object, Metadata: { sku: "MUG-BLUE" } });
  const client = store.connect({ requestChecksumCalculation: "WHEN_REQUIRED" });
  const uploaded = await upload(await getSignedUrl(client, command));
  const { Metadata } = await store.client.send(new GetObjectCommand(object));

  expect(uploaded.status).toBe(200);
  expect(Metadata).toEqual({ sku: "MUG-BLUE" });
});

test("a URL that holds the checksum of an empty body refuses any other", async () => {
  await using store = await openTestStore();
  const url = await getSignedUrl(store.client, new PutObjectCommand(object));
  expect(await refusalIn(await upload(url))).toMatchObject({ code: "BadDigest", status: 400 });
});

test("a URL with an Authorization header beside it is refused", async () => {
  await using store = await openTestStore();
  const response = await fetch(await uploadUrl(store), { headers: { authorization: "AWS4" } });
  expect(await refusalIn(response)).toMatchObject({ code: "InvalidArgument", status: 400 });
});
