import { ImportProduct } from "@tuckshop/contracts/products-import";
import { expect, test } from "vitest";
import { inBatches } from "./import-batches.ts";

const product = (handle: string, description = ""): ImportProduct =>
  ImportProduct.parse({
    handle,
    title: handle,
    description,
    vendor: null,
    tags: [],
    published: true,
    optionNames: [],
    variants: [{ sku: handle.toUpperCase(), optionValues: [], priceMinor: 100, quantity: 1 }],
    images: [],
  });

test("sixty small products travel as 25, 25 and 10, in their order", () => {
  const products = Array.from({ length: 60 }, (_, at) => product(`p-${at}`));
  const { batches, tooLarge } = inBatches(products);
  expect(batches.map((batch) => batch.length)).toEqual([25, 25, 10]);
  expect(batches.flat()).toEqual(products);
  expect(tooLarge).toEqual([]);
});

test("no batch of several products is over 48 KiB, counted in bytes and not in letters", () => {
  const products = Array.from({ length: 20 }, (_, at) => product(`p-${at}`, "₹".repeat(4_000)));
  const { batches } = inBatches(products);
  expect(batches.flat()).toEqual(products);
  for (const batch of batches) {
    expect(Buffer.byteLength(JSON.stringify({ category: "snacks", products: batch }))).toBeLessThan(
      49 * 1024,
    );
  }
});

test("a product near the server's limit travels alone, and one over it not at all", () => {
  const large = product("large", "₹".repeat(19_000));
  const tags = Array.from({ length: 20 }, (_, at) => `${at}${"₹".repeat(200)}`);
  const tooLarge = { ...product("too-large", "₹".repeat(19_000)), tags };
  const result = inBatches([product("a"), large, product("b"), tooLarge, product("c")]);
  expect(result.batches.map((batch) => batch.map(({ handle }) => handle))).toEqual([
    ["a"],
    ["large"],
    ["b", "c"],
  ]);
  expect(result.tooLarge).toEqual([tooLarge]);
});

test("nothing makes no batch", () => {
  expect(inBatches([])).toEqual({ batches: [], tooLarge: [] });
});
