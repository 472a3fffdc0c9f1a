import { expect, test } from "vitest";
import { decodeAwsChunked } from "./aws-chunked.ts";
import { signingKey } from "./sigv4.ts";

// Keys, signatures and bodies are those of the worked examples in Amazon's documentation.
const scope = "20130524/us-east-1/s3/aws4_request";
const signing = {
  key: signingKey("wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", scope),
  timestamp: "20130524T000000Z",
  scope,
};
const first = "a".repeat(65_536);
const second = "a".repeat(1024);

const signed = {
  ...signing,
  signature: "4f232c4386841ef735655705268965c44a0e4690baa4adea153f7db9fa80a0a9",
};
const signedBody = Buffer.from(
  [
    "10000;chunk-signature=ad80c730a21e5b8d04586a2213dd63b9a0e99e0e2307b0ade35a65485a288648",
    first,
    "400;chunk-signature=0055627c9e194cb4542bae2aa5492e3c1575bbb81b612b7d234b86a503ef5497",
    second,
    "0;chunk-signature=b6c6ea8a5354eaf15b3cb7646744f4275b71ea724fed81ceb9323e279d449df9",
    "",
    "",
  ].join("\r\n"),
);

const withTrailer = {
  ...signing,
  signature: "106e2a8a18243abcf37539882f36619c00e2dfc72633413f02d3b74544bfeb8e",
};
const trailer = "x-amz-checksum-crc32c";
const trailerBody = (checksum: string): Buffer =>
  Buffer.from(
    [
      "10000;chunk-signature=b474d8862b1487a5145d686f57f013e54db672cee1c953b3010fb58501ef5aa2",
      first,
      "400;chunk-signature=1c1344b170168f8e65b41376b44b20fe354e373826ccbbe2c1d40a8cae51e5c7",
      second,
      "0;chunk-signature=2ca2aba2005185cf7159c6277faf83795951dd77a3a99e6e65d5c9f85863f992",
      `${trailer}:${checksum}`,
      "x-amz-trailer-signature:d81f82fc3505edab99d459891051a732e8730629a2e4a59689829ca17fe2e435",
      "",
      "",
    ].join("\r\n"),
  );

const refusal = (code: string) => expect.objectContaining({ code });

test("Amazon's signed chunks are decoded", () => {
  expect(decodeAwsChunked(signedBody, { signing: signed }).body.toString()).toBe(first + second);
});

test("one changed byte in a signed chunk is refused", () => {
  const changed = Buffer.from(signedBody);
  changed.write("b", 40_000);
  expect(() => decodeAwsChunked(changed, { signing: signed })).toThrow(
    refusal("SignatureDoesNotMatch"),
  );
});

test("a signed body with a chunk left out is refused", () => {
  const text = signedBody.toString();
  const shortened =
    text.slice(0, text.indexOf("400;")) + text.slice(text.indexOf("0;chunk-signature=b6"));
  expect(() => decodeAwsChunked(Buffer.from(shortened), { signing: signed })).toThrow(
    refusal("SignatureDoesNotMatch"),
  );
});

test("Amazon's signed trailer is decoded", () => {
  const { body, trailers } = decodeAwsChunked(trailerBody("sOO8/Q=="), {
    signing: withTrailer,
    trailer,
  });
  expect(body.toString()).toBe(first + second);
  expect(trailers.get(trailer)).toBe("sOO8/Q==");
});

test("a changed signed trailer is refused", () => {
  const changed = trailerBody("sOO8/A==");
  expect(() => decodeAwsChunked(changed, { signing: withTrailer, trailer })).toThrow(
    refusal("SignatureDoesNotMatch"),
  );
});

test("a body without the trailer that was announced is refused", () => {
  expect(() => decodeAwsChunked(Buffer.from("0\r\n\r\n"), { trailer })).toThrow(
    refusal("MalformedTrailerError"),
  );
});

test.each([
  "",
  "5\r\nabc",
  "5\r\nabcdeXX0\r\n\r\n",
  "zz\r\n",
  "-1\r\n",
  "5;x=y\r\nabcde\r\n0\r\n\r\n",
])("a body that breaks the framing is refused: %j", (encoded) => {
  expect(() => decodeAwsChunked(Buffer.from(encoded), {})).toThrow(refusal("IncompleteBody"));
});

test("only the last chunk may be small", () => {
  const encoded = Buffer.from("3\r\nabc\r\n3\r\ndef\r\n0\r\n\r\n");
  expect(() => decodeAwsChunked(encoded, {})).toThrow(refusal("InvalidChunkSizeError"));
});
