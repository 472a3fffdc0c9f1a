import { Sku } from "@tuckshop/contracts/ids";
import { ImportProduct } from "@tuckshop/contracts/products-import";
import { expectInvariants } from "@tuckshop/db/testing/invariants";
import { makeVariant } from "@tuckshop/db/testing/factories";
import { race } from "@tuckshop/testing/race";
import { expect, test } from "vitest";
import { createTestShop, type TestShop } from "../testing/test-shop.ts";

const shirt = (changes: Partial<ImportProduct> = {}) =>
  ImportProduct.parse({
    handle: "varsity-top",
    title: "Varsity top",
    description: "Grey and black, with buttons.",
    vendor: null,
    tags: ["women", "cotton"],
    published: true,
    optionNames: ["Size"],
    variants: ["S", "M"].map((size) => ({
      sku: `TOP-${size}`,
      optionValues: [size],
      priceMinor: 6_000,
      quantity: 3,
    })),
    images: [{ url: "https://pictures.example/top.jpg", alt: "" }],
    ...changes,
  });

const importing = async (shop: TestShop, ...products: ImportProduct[]) => {
  const manager = await shop.staff("manager");
  const { results } = await manager.call().staff.products.import({ category: "snacks", products });
  return results.map((result) => result.outcome);
};

test("a product is created once, and importing it again changes nothing", async () => {
  const shop = await createTestShop();
  expect(await importing(shop, shirt())).toEqual(["created"]);
  expect(await importing(shop, shirt())).toEqual(["unchanged"]);
  const product = await shop.shopper().call().catalog.product({ slug: "varsity-top" });
  expect(product).toMatchObject({ title: "Varsity top", optionNames: ["Size"] });
  expect(product.variants.map((variant) => [variant.sku, variant.title])).toEqual([
    ["TOP-S", "S"],
    ["TOP-M", "M"],
  ]);
  const images = await shop.db.selectFrom("product_image").select("state").execute();
  expect(images).toEqual([{ state: "pending" }]);
  await expectInvariants(shop.db);
});

test("what differs is updated, and the stock of a known variant is left as it was counted", async () => {
  const shop = await createTestShop();
  await importing(shop, shirt());
  const manager = await shop.staff("manager");
  const sku = Sku.parse("TOP-S");
  await manager.call().staff.stock.adjust({ sku, change: -1, reason: "counted" });
  const dearer = shirt().variants.map((variant) => ({
    ...variant,
    priceMinor: 6_500,
    quantity: 9,
  }));
  expect(await importing(shop, shirt({ tags: [], variants: dearer }))).toEqual(["updated"]);
  const [level] = (await manager.call().staff.stock.levels({ search: "TOP-S" })).items;
  expect(level).toMatchObject({ onHand: 2 });
  const product = await shop.shopper().call().catalog.product({ slug: "varsity-top" });
  expect(product.tags).toEqual([]);
  expect(product.variants[0]?.price.minor).toBe(6_500);
  await expectInvariants(shop.db);
});

test("a SKU of another product refuses that product and stops no other", async () => {
  const shop = await createTestShop();
  await makeVariant(shop.db, { sku: "TOP-S" });
  const other = shirt({
    handle: "plain-top",
    variants: shirt().variants.map((variant) => ({
      ...variant,
      sku: Sku.parse(`PLAIN-${variant.sku}`),
    })),
  });
  expect(await importing(shop, shirt(), other)).toEqual(["refused", "created"]);
  await expectInvariants(shop.db);
});

test("an unpublished product is kept from shoppers, and shown again when it is published", async () => {
  const shop = await createTestShop();
  await importing(shop, shirt({ published: false }));
  const look = () => shop.shopper().call().catalog.product({ slug: "varsity-top" });
  await expect(look()).rejects.toMatchObject({ code: "NOT_FOUND" });
  expect(await importing(shop, shirt())).toEqual(["updated"]);
  expect(await look()).toMatchObject({ title: "Varsity top" });
  await expectInvariants(shop.db);
});

// Red when createProduct inserts without `on conflict`: the second import then ends as a fault.
test("two imports of one new product at the same time make one, and neither is a fault", async () => {
  const shop = await createTestShop({ connectionsMax: 6 });
  const { won, lost } = await race([
    () => importing(shop, shirt()),
    () => importing(shop, shirt()),
  ]);
  expect(lost).toEqual([]);
  expect(won.flat()).toContain("created");
  expect(await shop.db.selectFrom("product").select("id").execute()).toHaveLength(1);
  await expectInvariants(shop.db);
});
