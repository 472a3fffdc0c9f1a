import { Sku } from "@tuckshop/contracts/ids";
import { expect, test } from "vitest";
import { derivedSku } from "./derived-sku.ts";

test("a SKU is made of the handle and the values, in upper case and safe letters", () => {
  expect(derivedSku("clay-plant-pot", [])).toBe("CLAY-PLANT-POT");
  expect(derivedSku("clay-plant-pot", ["Large", "Sky / blue"])).toBe(
    "CLAY-PLANT-POT-LARGE-SKY-BLUE",
  );
  expect(derivedSku("tea", ["Crème brûlée", "1.5 kg"])).toBe("TEA-CREME-BRULEE-1.5-KG");
});

test("variants whose letters are lost, or whose names are too long, still differ and stay the same", () => {
  const values = ["लाल", "नीला", "+", "-"].map((value) => [value]);
  const long = ["a", "b"].map((end) => [`${"very ".repeat(30)}${end}`]);
  const skus = [...values, ...long].map((optionValues) => derivedSku("scarf", optionValues));
  expect(new Set(skus).size).toBe(skus.length);
  for (const sku of skus) expect(Sku.safeParse(sku).success).toBe(true);
  expect(derivedSku("scarf", ["लाल"])).toBe(skus[0]);
});

test("a handle of the greatest length gives a SKU of the greatest length", () => {
  expect(Sku.safeParse(derivedSku("h".repeat(120), ["S"])).success).toBe(true);
});
