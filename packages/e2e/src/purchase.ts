import type { ShopClient } from "@tuckshop/client/client";
import type { PaymentMethod, PlacedOrder, PlaceOrder } from "@tuckshop/contracts/checkout";
import type { VariantId } from "@tuckshop/contracts/ids";

/** Sets a shopper's bag to one piece of one article. */
export async function putInBag(shop: ShopClient, variantId: VariantId): Promise<void> {
  const { version } = await shop.bag.get.query();
  await shop.bag.put.mutate({ baseVersion: version, lines: [{ variantId, quantity: 1 }] });
}

/** Checks the bag out for pickup; what is left is to place it. */
export async function orderOf(shop: ShopClient, paymentMethod: PaymentMethod): Promise<PlaceOrder> {
  const { version: bagVersion } = await shop.bag.get.query();
  const checkout = await shop.checkout.start.mutate({
    bagVersion,
    fulfilment: { method: "pickup" },
  });
  const payable = checkout.quote.payments.find((payment) => payment.method === paymentMethod);
  if (!payable) throw new Error(`The quote has no ${paymentMethod}.`);
  return {
    checkoutId: checkout.id,
    quoteHash: checkout.quote.hash,
    expectedTotal: payable.total,
    paymentMethod,
    contact: { name: "Meera Rao", phone: "98860 00000" },
  };
}

/** Checks the bag out for pickup and places the order. */
export const buy = async (shop: ShopClient, paymentMethod: PaymentMethod): Promise<PlacedOrder> =>
  shop.checkout.place.mutate(await orderOf(shop, paymentMethod));
