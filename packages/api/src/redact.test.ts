import { expect, test } from "vitest";
import { errorLine } from "./redact.ts";

test.each([
  ["550 meera.rao+shop@example.co.in: no such mailbox", "550 …@…: no such mailbox"],
  ["Invalid API key: sk_test_51Habc", "Invalid API key: sk_…"],
  ["signed with whsec_a1B2c3+/=", "signed with whsec_…"],
  ["authorization: Bearer abc.def-123", "authorization: Bearer …"],
  ["connect postgres://tuckshop:s3cret@10.0.0.1/shop", "connect postgres://…@10.0.0.1/shop"],
  ["GET /o/AAAAA-BBBBB?k=abc_DEF-1 failed", "GET /o/AAAAA-BBBBB?k=… failed"],
  ["first\n    at second (/srv/app.ts:1:1)", "first"],
])("an error line tells no secret: %s", (text, line) => {
  expect(errorLine(new Error(text))).toBe(line);
});

test("an error line is short, and anything that is thrown has one", () => {
  expect(errorLine("x".repeat(1_000))).toHaveLength(301);
  expect(errorLine(undefined)).toBe("undefined");
});
