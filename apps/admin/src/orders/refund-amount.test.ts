import { expect, test } from "vitest";
import { refundAmount } from "./refund-amount.ts";

test.each([
  ["60", 6_000],
  ["62.5", 6_250],
  [" ₹1,250.05 ", 125_005],
  ["0.01", 1],
])("%s is an amount", (text, minor) => {
  expect(refundAmount(text, "INR")).toEqual({ minor, currency: "INR" });
});

test.each(["", "0", "-5", "6.001", "six", "1e3", "60 0"])("“%s” is none", (text) => {
  expect(refundAmount(text, "INR")).toBeNull();
});
