import { GetObjectCommand, PutObjectCommand } from "@aws-sdk/client-s3";
import { expect, test } from "vitest";
import { BUCKET, credentials, openTestStore, refusalIn, refusalOf } from "./test-store.ts";

const put = new PutObjectCommand({
  Bucket: BUCKET,
  Key: "mug.txt",
  Body: "a blue mug",
  ContentType: "text/plain",
  Metadata: { sku: "MUG-BLUE" },
});

type SentRequest = {
  readonly method: string;
  readonly path: string;
  readonly query: Record<string, string>;
  readonly headers: Record<string, string>;
};

/** Signs `put` as the SDK does, and hands the request over instead of sending it. */
async function signedPut(store: Awaited<ReturnType<typeof openTestStore>>): Promise<SentRequest> {
  const signed: SentRequest[] = [];
  const client = store.connect({
    requestHandler: {
      handle: (request: SentRequest) => {
        signed.push(request);
        return Promise.reject(new Error("Kept back"));
      },
    },
  });
  await expect(client.send(put)).rejects.toThrow("Kept back");
  const [request] = signed;
  if (!request) throw new Error("The SDK sent nothing");
  return request;
}

/** Sends the signed request with some of its headers, its path or its body changed. */
async function tamper(change: {
  readonly path?: string;
  readonly query?: Record<string, string>;
  readonly body?: string;
  readonly headers?: Record<string, string>;
  readonly without?: string;
}) {
  await using store = await openTestStore();
  const { path, query, headers } = await signedPut(store);
  const kept = Object.entries({ ...headers, ...change.headers }).filter(
    ([name]) => name !== "content-length" && name !== change.without,
  );
  const search = new URLSearchParams(change.query ?? query).toString();
  const response = await fetch(`${store.url}${change.path ?? path}?${search}`, {
    method: "PUT",
    headers: Object.fromEntries(kept),
    body: change.body ?? "a blue mug",
  });
  return response.ok ? "accepted" : await refusalIn(response);
}

test("the SDK's own request is accepted", async () => {
  expect(await tamper({})).toBe("accepted");
});

test.each([
  ["another key", { path: `/${BUCKET}/other.txt` }],
  ["another bucket", { path: "/other/mug.txt" }],
  ["another query", { query: { "x-id": "CopyObject" } }],
  ["another content type", { headers: { "content-type": "text/html" } }],
  ["other metadata", { headers: { "x-amz-meta-sku": "MUG-RED" } }],
  ["another payload hash", { headers: { "x-amz-content-sha256": "UNSIGNED-PAYLOAD" } }],
])("%s is refused as SignatureDoesNotMatch", async (_name, change) => {
  expect(await tamper(change)).toMatchObject({ code: "SignatureDoesNotMatch", status: 403 });
});

test("another body is refused as XAmzContentSHA256Mismatch", async () => {
  const refusal = await tamper({ body: "a red mug!" });
  expect(refusal).toMatchObject({ code: "XAmzContentSHA256Mismatch", status: 400 });
});

test("an x-amz header that was not signed is refused", async () => {
  const refusal = await tamper({ headers: { "x-amz-meta-extra": "1" } });
  expect(refusal).toEqual({
    code: "AccessDenied",
    status: 403,
    message: "There were headers present in the request which were not signed",
  });
});

test("a request without a signature is refused", async () => {
  const refusal = await tamper({ without: "authorization" });
  expect(refusal).toEqual({ code: "AccessDenied", status: 403, message: "Access Denied" });
});

test("a request without its payload hash is refused as MissingSecurityHeader", async () => {
  const refusal = await tamper({ without: "x-amz-content-sha256" });
  expect(refusal).toMatchObject({ code: "MissingSecurityHeader", status: 400 });
});

test("a signature of another version is refused", async () => {
  const refusal = await tamper({ headers: { authorization: "AWS AKIATUCKSHOP:c2lnbmF0dXJl" } });
  expect(refusal).toMatchObject({ code: "InvalidRequest", status: 400 });
});

test.each([
  "AWS4-HMAC-SHA256 nonsense",
  "AWS4-HMAC-SHA256 Credential=a/b,SignedHeaders=host,Signature=0",
])("a malformed authorization is refused: %s", async (authorization) => {
  const refusal = await tamper({ headers: { authorization } });
  expect(refusal).toMatchObject({ code: "AuthorizationHeaderMalformed", status: 400 });
});

test("another secret is refused as SignatureDoesNotMatch", async () => {
  await using store = await openTestStore();
  const client = store.connect({ credentials: { ...credentials, secretAccessKey: "wrong" } });
  expect(await refusalOf(client.send(put))).toMatchObject({ code: "SignatureDoesNotMatch" });
});

test("an unknown access key is refused as InvalidAccessKeyId", async () => {
  await using store = await openTestStore();
  const client = store.connect({ credentials: { ...credentials, accessKeyId: "AKIANOBODY" } });
  const refusal = await refusalOf(client.send(put));
  expect(refusal).toMatchObject({ code: "InvalidAccessKeyId", status: 403 });
});

test("another region is refused, and the right one named", async () => {
  await using store = await openTestStore({ region: "ap-south-1" });
  const refusal = await refusalOf(store.client.send(put));
  expect(refusal).toMatchObject({
    code: "AuthorizationHeaderMalformed",
    message: expect.stringContaining("expecting 'ap-south-1'"),
  });
});

test.each([-16, 16])(
  "a clock %i minutes off is refused as RequestTimeTooSkewed",
  async (minutes) => {
    await using store = await openTestStore();
    const client = store.connect({ systemClockOffset: minutes * 60_000 });
    const refusal = await refusalOf(client.send(put));
    expect(refusal).toMatchObject({ code: "RequestTimeTooSkewed", status: 403 });
  },
);

test("a clock 14 minutes off is borne with", async () => {
  await using store = await openTestStore();
  const client = store.connect({ systemClockOffset: -14 * 60_000 });
  expect(await client.send(put)).toHaveProperty("ETag");
});

test("a client with a wrong clock learns the time from its refusal", async () => {
  await using store = await openTestStore();
  const client = store.connect({ systemClockOffset: 60 * 60_000 });
  expect(await refusalOf(client.send(put))).toMatchObject({ code: "RequestTimeTooSkewed" });
  expect(await client.send(put)).toHaveProperty("ETag");
});

test("every answer has a request id, and the SDK sees it", async () => {
  await using store = await openTestStore();
  const { $metadata: done } = await store.client.send(put);
  const refused = await fetch(store.url);
  expect(done.requestId).toMatch(/^[0-9A-F]{16}$/);
  expect(refused.headers.get("x-amz-request-id")).toMatch(/^[0-9A-F]{16}$/);
  await expect(
    store.client.send(new GetObjectCommand({ Bucket: BUCKET, Key: "none" })),
  ).rejects.toMatchObject({ $metadata: { requestId: expect.stringMatching(/^[0-9A-F]{16}$/) } });
});
