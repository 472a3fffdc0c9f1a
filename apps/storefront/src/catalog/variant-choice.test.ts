import { Product } from "@tuckshop/contracts/catalog";
import { newId, ProductId, VariantId } from "@tuckshop/contracts/ids";
import { expect, test } from "vitest";
import { chosenVariant, valuesOf, variantWith } from "./variant-choice.ts";

const variant = (sku: string, optionValues: string[], state: "in" | "out" = "in") => ({
  id: newId(VariantId),
  sku,
  title: optionValues.join(" / "),
  optionValues,
  price: { minor: 100, currency: "INR" },
  availability: { state, left: null },
});

const gouache = Product.parse({
  id: newId(ProductId),
  slug: "gouache",
  title: "Gouache",
  detail: "",
  category: { slug: "art", name: "Art", hue: "ultramarine" },
  tags: [],
  description: "",
  vendor: null,
  optionNames: ["Colour", "Size"],
  foodFacts: null,
  variants: [
    variant("RED-S", ["Red", "Small"], "out"),
    variant("RED-L", ["Red", "Large"]),
    variant("BLUE-S", ["Blue", "Small"]),
  ],
});

test("the address decides, then stock, then the order of the shelf", () => {
  expect(chosenVariant(gouache, "RED-S")?.sku).toBe("RED-S");
  expect(chosenVariant(gouache, undefined)?.sku).toBe("RED-L");
  expect(chosenVariant(gouache, "GREEN-S")?.sku).toBe("RED-L");
});

test("changing one option keeps the others where it can", () => {
  const small = chosenVariant(gouache, "RED-S");
  const large = chosenVariant(gouache, "RED-L");
  expect(small && variantWith(gouache, small, 0, "Blue")?.sku).toBe("BLUE-S");
  expect(large && variantWith(gouache, large, 0, "Blue")?.sku).toBe("BLUE-S");
  expect(valuesOf(gouache, 0)).toEqual(["Red", "Blue"]);
});
