import type { OrderReference } from "@tuckshop/contracts/ids";
import { makeVariant } from "@tuckshop/db/testing/factories";
import { buy } from "./purchase.ts";
import type { Person, TestShop } from "./test-shop.ts";

/** A new shopper's order of one new article, to be paid by card. */
export const cardOrder = async (
  shop: TestShop,
  { sku = "KULFI", stock = 9, quantity = 1 } = {},
) => {
  const { variantId } = await makeVariant(shop.db, { sku, stock });
  const shopper = shop.shopper();
  const order = await buy(shopper, [{ variantId, quantity }], "card");
  return { shopper, variantId, ...order };
};

/** The address of the provider's page for an order. */
export const pageOf = async (shopper: Person, reference: OrderReference) => {
  const opened = await shopper.call().payment.open({ reference });
  if (opened.kind !== "redirect") throw new Error(`Expected a page, got ${opened.kind}.`);
  return opened.url;
};
