import { once } from "node:events";
import { request as httpRequest } from "node:http";
import { text } from "node:stream/consumers";
import { expect, test } from "vitest";
import { BUCKET, openTestStore } from "./test-store.ts";

const MAX_OBJECT_BYTES = 1000;
const BEYOND_ANY_FRAMING_BYTES = 1_000_000;

/** Starts a form upload, which is read before it is checked, and never ends it. */
async function answerToUnended(headers: Record<string, string | number>, sent: string) {
  await using store = await openTestStore({ maxObjectBytes: MAX_OBJECT_BYTES });
  const request = httpRequest(`${store.url}/${BUCKET}`, {
    method: "POST",
    headers: { "content-type": "multipart/form-data; boundary=b", ...headers },
  });
  request.flushHeaders();
  request.write(sent);
  const [response] = await once(request, "response");
  const answer = { status: response.statusCode, xml: await text(response) };
  request.destroy();
  return answer;
}

test("a body that is declared too large is refused before it is sent", async () => {
  const { status, xml } = await answerToUnended(
    { "content-length": BEYOND_ANY_FRAMING_BYTES },
    "--b",
  );
  expect(status).toBe(400);
  expect(xml).toContain("<Code>EntityTooLarge</Code>");
  expect(xml).toContain(`<MaxSizeAllowed>${MAX_OBJECT_BYTES}</MaxSizeAllowed>`);
});

test("a body of undeclared size is refused once it is too large, and not kept", async () => {
  const { status, xml } = await answerToUnended(
    { "transfer-encoding": "chunked" },
    "x".repeat(BEYOND_ANY_FRAMING_BYTES),
  );
  expect(status).toBe(400);
  expect(xml).toContain("<Code>EntityTooLarge</Code>");
});
