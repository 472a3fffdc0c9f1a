import { expect, test } from "vitest";
import { minorUnits } from "./price.ts";

test.each([
  ["0", 0],
  ["50", 5_000],
  ["9.99", 999],
  ["9.9", 990],
  ["9.", 900],
  ["0.05", 5],
  ["007.10", 710],
  ["19.9900", 1_999],
  ["1.005000", null],
  // As floats these are 114.99999999999999, 828.9999999999999 and 7007.000000000001 hundredths.
  ["1.15", 115],
  ["8.29", 829],
  ["70.07", 7_007],
  ["9999999999999.99", 999_999_999_999_999],
  ["99999999999999", null],
  ["", null],
  [".5", null],
  ["-1", null],
  ["+1", null],
  ["1e3", null],
  ["1,299.00", null],
  ["9,99", null],
  ["₹9", null],
  ["1 000", null],
  ["0x10", null],
  ["١٢", null],
])("the price %j is %j in minor units", (text, minor) => {
  expect(minorUnits(text)).toBe(minor);
});
