import { expect, test } from "vitest";
import { stockWords } from "./stock-words.ts";

test("a number is said only when few are left", () => {
  expect(stockWords({ state: "in", left: null })).toBe("In stock");
  expect(stockWords({ state: "low", left: 3 })).toBe("Only 3 left");
  expect(stockWords({ state: "low", left: null })).toBe("Nearly gone");
  expect(stockWords({ state: "out", left: null })).toBe("Sold out for now");
});
