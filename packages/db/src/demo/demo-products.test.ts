import { FoodFacts } from "@tuckshop/contracts/catalog";
import { Sku, Slug } from "@tuckshop/contracts/ids";
import { describe, expect, test } from "vitest";
import { demoCategories, demoZones } from "./shop.ts";

const products = demoCategories.flatMap((category) => [...category.products]);
const variants = products.flatMap((product) => product.variants);
const foods = demoCategories
  .filter(({ slug }) => slug !== "art-supplies")
  .flatMap((category) => [...category.products]);

const duplicates = (values: readonly string[]) =>
  values.filter((value, index) => values.indexOf(value) !== index);

const slugsWhere = (wrong: (product: (typeof products)[number]) => boolean) =>
  products.filter(wrong).map(({ slug }) => slug);

describe("the demo catalogue", () => {
  test("fills three counters with at least 210 products", () => {
    expect(products.length).toBeGreaterThanOrEqual(210);
    expect(demoCategories.map(({ slug, hue }) => [slug, hue])).toEqual([
      ["snacks", "pistachio"],
      ["ice-cream", "raspberry"],
      ["art-supplies", "ultramarine"],
    ]);
    for (const { products } of demoCategories) expect(products.length).toBeGreaterThanOrEqual(55);
  });

  test("names each product and variant once, in the shop's spelling", () => {
    expect(duplicates(products.map(({ slug }) => slug))).toEqual([]);
    expect(duplicates(products.map(({ title }) => title))).toEqual([]);
    expect(duplicates(variants.map(({ sku }) => sku))).toEqual([]);
    expect(products.filter(({ slug }) => !Slug.safeParse(slug).success)).toEqual([]);
    expect(variants.filter(({ sku }) => !Sku.safeParse(sku).success)).toEqual([]);
  });

  test("prices every variant above nothing, in whole rupees", () => {
    expect(variants.filter(({ priceMinor }) => priceMinor <= 0 || priceMinor % 100)).toEqual([]);
  });

  test("has counted stock: some low, a few sold out", () => {
    expect(variants.filter(({ stock }) => !Number.isInteger(stock) || stock < 0)).toEqual([]);
    const low = variants.filter(({ stock }) => stock > 0 && stock < 5).length;
    const out = variants.filter(({ stock }) => stock === 0).length;
    expect(low).toBeGreaterThan(10);
    expect(out).toBeGreaterThan(5);
    expect(low + out).toBeLessThan(variants.length / 5);
  });

  test("names what variants differ in, and only when there are several", () => {
    const wrong = slugsWhere(({ optionName, variants }) => {
      const titles = variants.map(({ title }) => title);
      return variants.length === 1
        ? optionName !== null || titles[0] !== ""
        : optionName === null || titles.includes("") || duplicates(titles).length > 0;
    });
    expect(wrong).toEqual([]);
  });

  test("says something short on the card and something whole on the page", () => {
    const wrong = slugsWhere(
      ({ title, detail, description, tags }) =>
        title.length > 40 ||
        detail.length > 45 ||
        /[.!]$/.test(detail) ||
        description.length < 40 ||
        !description.endsWith(".") ||
        tags.length === 0,
    );
    expect(wrong).toEqual([]);
  });

  test("gives each a tax class", () => {
    expect(slugsWhere(({ hsn }) => !/^\d{4}$/.test(hsn))).toEqual([]);
  });

  test("contains what other tests and the pictures rely on", () => {
    const bySlug = new Map(products.map((product) => [product.slug, product]));
    expect(bySlug.get("mango-kulfi")).toMatchObject({
      title: "Mango kulfi",
      detail: "Alphonso, saffron · 80 ml",
      optionName: null,
      variants: [{ sku: "KUL-MNG-80", title: "", priceMinor: 6000, stock: 40 }],
    });
    expect(bySlug.get("filter-coffee-kulfi")?.variants).toMatchObject([{ stock: 0 }]);
    for (const slug of ["jamun-sorbet", "tender-coconut", "millet-chakli", "gouache-box-12"])
      expect(bySlug.has(slug)).toBe(true);
  });
});

describe("the food", () => {
  test("has facts, and nothing else does", () => {
    expect(foods.filter(({ foodFacts }) => !FoodFacts.safeParse(foodFacts).success)).toEqual([]);
    expect(products.filter(({ foodFacts }) => foodFacts !== null)).toHaveLength(foods.length);
  });

  const plantMilk = /(coconut|oat) (milk|cream)|cocoa butter/g;
  const sources: Record<string, RegExp> = {
    milk: /\b(milk|cream|butter|ghee|curd|cheese|whey|milk solids)\b/,
    egg: /\begg/,
    gluten: /\b(wheat|oats?|semolina|barley|asafoetida)\b/,
    peanuts: /\bpeanut|\bgroundnut/,
    "tree nuts": /\b(almond|cashew|pistachio|walnut|hazelnut)/,
    sesame: /\bsesame\b/,
    soy: /\bsoya?\b/,
    mustard: /\bmustard\b/,
  };

  test.each(Object.entries(sources))("declares %s exactly where it is", (allergen, source) => {
    const wrong = foods.filter(({ foodFacts }) => {
      const eaten = foodFacts?.ingredients.join(", ").replaceAll(plantMilk, "$1") ?? "";
      return source.test(eaten) !== foodFacts?.allergens.includes(allergen);
    });
    expect(wrong.map(({ slug }) => slug)).toEqual([]);
  });

  const forbidden: [FoodFacts["diet"][number], RegExp][] = [
    ["eggless", /\begg/],
    ["vegetarian", /\begg|\bgelatine?\b/],
    ["vegan", /\b(honey|egg)/],
    ["no_added_sugar", /\b(sugar|jaggery|honey|glucose)\b/],
    ["jain", /\b(onion|garlic|green garlic|potato|beetroot|tapioca|honey|egg|figs?|yeast)\b/],
  ];

  test.each(forbidden)("is only called %s when it is", (diet, never) => {
    const wrong = foods.filter(
      ({ foodFacts }) =>
        foodFacts?.diet.includes(diet) && never.test(foodFacts.ingredients.join(", ")),
    );
    expect(wrong.map(({ slug }) => slug)).toEqual([]);
  });

  test("is neither vegan with milk nor gluten-free with gluten", () => {
    const wrong = foods.filter(({ foodFacts }) => {
      const { allergens = [], diet = [] } = foodFacts ?? {};
      return (
        (diet.includes("vegan") && allergens.includes("milk")) ||
        diet.includes("gluten_free") === allergens.includes("gluten")
      );
    });
    expect(wrong.map(({ slug }) => slug)).toEqual([]);
  });
});

test("a pincode belongs to one zone", () => {
  const pincodes = demoZones.flatMap((zone) => zone.pincodes);
  expect(duplicates(pincodes)).toEqual([]);
  expect(pincodes.filter((pincode) => !/^5600\d\d$/.test(pincode))).toEqual([]);
});
