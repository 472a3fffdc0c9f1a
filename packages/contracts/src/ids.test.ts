import { expect, test } from "vitest";
import { newId, newOrderReference, OrderId, OrderReference, VariantId } from "./ids.ts";

test("ids of one process sort in the order they were made, and none comes twice", () => {
  const ids = Array.from({ length: 20_000 }, () => newId(OrderId));
  expect(ids.toSorted()).toEqual(ids);
  expect(new Set(ids).size).toBe(ids.length);
});

test("an id is a version 7 UUID of this moment behind its prefix", () => {
  const hex = newId(VariantId).replace(/^var_/, "");
  expect(hex).toMatch(/^[0-9a-f]{12}7[0-9a-f]{3}[89ab][0-9a-f]{15}$/);
  expect(Math.abs(Number.parseInt(hex.slice(0, 12), 16) - Date.now())).toBeLessThan(5_000);
});

test("an id of one table is no id of another", () => {
  expect(OrderId.safeParse(newId(VariantId)).success).toBe(false);
});

test("order references are readable and never confuse 0 with O or 1 with I", () => {
  for (let count = 0; count < 1_000; count++) {
    expect(OrderReference.parse(newOrderReference())).not.toMatch(/[OIL]/);
  }
});
