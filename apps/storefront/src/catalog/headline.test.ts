import { ProductCard } from "@tuckshop/contracts/catalog";
import { newId, ProductId } from "@tuckshop/contracts/ids";
import { expect, test } from "vitest";
import { headline, todaysPicks } from "./headline.ts";

const card = (title: string, counter: string, state: "in" | "out" = "in") =>
  ProductCard.parse({
    id: newId(ProductId),
    slug: "x",
    title,
    detail: "",
    category: { slug: counter, name: counter, hue: "ink" },
    tags: [],
    priceFrom: { minor: 100, currency: "INR" },
    priceVaries: false,
    onlyVariantId: null,
    availability: { state, left: null },
  });

test("the headline names one thing of each counter, in a sentence", () => {
  const picks = todaysPicks([
    card("Mango kulfi", "ices"),
    card("Rose kulfi", "ices"),
    card("Millet chakli, 200 g", "snacks"),
    card("HB pencils", "art"),
  ]);
  expect(headline(picks)).toBe("Mango kulfi, millet chakli and HB pencils.");
});

test("what is sold out is not promised", () => {
  const picks = todaysPicks([card("Mango kulfi", "ices", "out"), card("Rose kulfi", "ices")]);
  expect(headline(picks)).toBe("Rose kulfi.");
  expect(headline(todaysPicks([card("Mango kulfi", "ices", "out")]))).toBeNull();
});
