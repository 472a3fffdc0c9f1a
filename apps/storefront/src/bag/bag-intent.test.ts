import { Bag } from "@tuckshop/contracts/bag";
import { newId, VariantId } from "@tuckshop/contracts/ids";
import { money } from "@tuckshop/contracts/money";
import { expect, test } from "vitest";
import { putBagOf, settle, viewLines, withEdit, type LineSketch } from "./bag-intent.ts";

const sketch = (title: string): LineSketch => ({
  variantId: newId(VariantId),
  slug: title,
  title,
  variantTitle: "",
  hue: "raspberry",
  unitPrice: money(6000, "INR"),
});
const kulfi = sketch("kulfi");
const chakli = sketch("chakli");

const bagOf = (version: number, ...wanted: [LineSketch, number][]) =>
  Bag.parse({
    version,
    lines: wanted.map(([line, quantity]) => ({
      ...line,
      sku: "SKU",
      quantity,
      available: 9,
      lineTotal: money(6000 * quantity, "INR"),
    })),
    itemCount: 0,
    subtotal: money(0, "INR"),
    adjustments: [],
  });

test("edits lie over the bag of the server, whatever that has become meanwhile", () => {
  const edits = withEdit(withEdit({}, kulfi, 3), chakli, 1);
  const seen = (bag: Bag) => viewLines(bag, edits).map((line) => [line.title, line.quantity]);
  expect(seen(bagOf(1, [kulfi, 1]))).toEqual([
    ["kulfi", 3],
    ["chakli", 1],
  ]);
  expect(seen(bagOf(2, [chakli, 5]))).toEqual([
    ["chakli", 1],
    ["kulfi", 3],
  ]);
});

test("a line has a total only when the server has worked it out for this very quantity", () => {
  const bag = bagOf(1, [kulfi, 2]);
  expect(viewLines(bag, {})[0]?.settled?.lineTotal).toEqual(money(12_000, "INR"));
  expect(viewLines(bag, withEdit({}, kulfi, 3))[0]?.settled).toBeNull();
});

test("what is sent is the whole wanted set, without the lines taken out", () => {
  const bag = bagOf(7, [kulfi, 2], [chakli, 1]);
  expect(putBagOf(bag, withEdit({}, chakli, 0))).toEqual({
    baseVersion: 7,
    lines: [{ variantId: kulfi.variantId, quantity: 2 }],
  });
});

test("an answer settles the edits it was for, not those made meanwhile", () => {
  const sent = withEdit(withEdit({}, kulfi, 1), chakli, 1);
  const now = withEdit(sent, kulfi, 2);
  expect(Object.values(settle(now, sent)).map((edit) => edit.quantity)).toEqual([2]);
  expect(settle(sent, sent)).toEqual({});
});
