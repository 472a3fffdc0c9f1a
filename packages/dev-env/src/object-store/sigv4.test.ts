import { expect, test } from "vitest";
import { authenticate } from "./authenticate.ts";
import { parseRequest } from "./s3-request.ts";

// Every value below is from the worked examples in Amazon's documentation of Signature Version 4.
const credentials = {
  accessKeyId: "AKIAIOSFODNN7EXAMPLE",
  secretAccessKey: "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
  region: "us-east-1",
};
const now = Date.parse("2013-05-24T00:00:00Z");
const scope = "20130524/us-east-1/s3/aws4_request";
const emptyHash = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

const requestWith = (method: string, url: string, headers: Record<string, string>) =>
  parseRequest({
    method,
    url,
    headersDistinct: Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name, [value]]),
    ),
  });

const authorization = (signedHeaders: string, signature: string): string =>
  `AWS4-HMAC-SHA256 Credential=${credentials.accessKeyId}/${scope},SignedHeaders=${signedHeaders},Signature=${signature}`;

const getObject = (signature: string) =>
  requestWith("GET", "/test.txt", {
    host: "examplebucket.s3.amazonaws.com",
    range: "bytes=0-9",
    "x-amz-content-sha256": emptyHash,
    "x-amz-date": "20130524T000000Z",
    authorization: authorization("host;range;x-amz-content-sha256;x-amz-date", signature),
  });

test("Amazon's signed GET is authentic", () => {
  const request = getObject("f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41");
  expect(authenticate(request, credentials, now).payloadHash).toBe(emptyHash);
});

test("a signature that differs in one digit is not", () => {
  const request = getObject("f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb42");
  expect(() => authenticate(request, credentials, now)).toThrow(
    expect.objectContaining({ code: "SignatureDoesNotMatch" }),
  );
});

test("Amazon's signed PUT of a key with a dollar sign is authentic", () => {
  const payloadHash = "44ce7dd67c959e0d3524ffac1771dfbba87d2b6b4b4e99e42034a8b803f8b072";
  const request = requestWith("PUT", "/test%24file.text", {
    date: "Fri, 24 May 2013 00:00:00 GMT",
    host: "examplebucket.s3.amazonaws.com",
    "x-amz-content-sha256": payloadHash,
    "x-amz-date": "20130524T000000Z",
    "x-amz-storage-class": "REDUCED_REDUNDANCY",
    authorization: authorization(
      "date;host;x-amz-content-sha256;x-amz-date;x-amz-storage-class",
      "98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd",
    ),
  });
  expect(authenticate(request, credentials, now).payloadHash).toBe(payloadHash);
});

test("Amazon's signed listing, with a query to be sorted, is authentic", () => {
  const request = requestWith("GET", "/?prefix=J&max-keys=2", {
    host: "examplebucket.s3.amazonaws.com",
    "x-amz-content-sha256": emptyHash,
    "x-amz-date": "20130524T000000Z",
    authorization: authorization(
      "host;x-amz-content-sha256;x-amz-date",
      "34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7",
    ),
  });
  expect(authenticate(request, credentials, now).payloadHash).toBe(emptyHash);
});

const presignedUrl =
  "/test.txt?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=AKIAIOSFODNN7EXAMPLE%2F20130524%2Fus-east-1%2Fs3%2Faws4_request&X-Amz-Date=20130524T000000Z&X-Amz-Expires=86400&X-Amz-SignedHeaders=host&X-Amz-Signature=aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404";

test("Amazon's presigned GET is authentic until its last second, and not after it", () => {
  const request = requestWith("GET", presignedUrl, { host: "examplebucket.s3.amazonaws.com" });
  const lastMoment = now + 86_400_000;

  expect(authenticate(request, credentials, lastMoment).payloadHash).toBe("UNSIGNED-PAYLOAD");
  expect(() => authenticate(request, credentials, lastMoment + 1)).toThrow("Request has expired");
});

test("a presigned request from the future is refused", () => {
  const request = requestWith("GET", presignedUrl, { host: "examplebucket.s3.amazonaws.com" });
  expect(() => authenticate(request, credentials, now - 16 * 60_000)).toThrow(
    "Request is not yet valid",
  );
});
