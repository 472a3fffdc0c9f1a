import { expect, test } from "vitest";
import { decodeForm } from "./form-encoding.ts";

test("brackets make objects, and numbers in brackets make lists", () => {
  const form = "line_items[0][price_data][currency]=inr&line_items[0][quantity]=2&expand[0]=charge";
  expect(decodeForm(form)).toEqual({
    line_items: [{ price_data: { currency: "inr" }, quantity: "2" }],
    expand: ["charge"],
  });
});

test("empty brackets append to a list", () => {
  expect(decodeForm("expand[]=charge&expand[]=payment_intent")).toEqual({
    expand: ["charge", "payment_intent"],
  });
});

test("escaped text arrives as it was meant", () => {
  expect(decodeForm("metadata[note]=caf%C3%A9+%26+%5B1%5D")).toEqual({
    metadata: { note: "café & [1]" },
  });
});

test("a name that means something to JavaScript is only a name", () => {
  const decoded = decodeForm("metadata[__proto__][admin]=yes");
  expect(Object.getPrototypeOf(decoded["metadata"])).toBe(Object.prototype);
  expect(JSON.stringify(decoded)).toBe('{"metadata":{"__proto__":{"admin":"yes"}}}');
});
