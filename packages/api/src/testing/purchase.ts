import type { Checkout, PaymentMethod, PlaceOrder } from "@tuckshop/contracts/checkout";
import type { VariantId } from "@tuckshop/contracts/ids";
import type { Person } from "./test-shop.ts";

export type Wanted = { variantId: VariantId; quantity: number };

export const contact = { name: "Meera Rao", phone: "98860 00000", email: "meera@example.org" };

/** Fills a shopper's bag and starts a checkout for pickup. */
export async function startPickup(person: Person, lines: readonly Wanted[]): Promise<Checkout> {
  const { version } = await person.call().bag.get();
  const bag = await person.call().bag.put({ baseVersion: version, lines: [...lines] });
  return person
    .call()
    .checkout.start({ bagVersion: bag.version, fulfilment: { method: "pickup" } });
}

/** What `checkout.place` wants for a checkout, paid in one way. */
export function placing(checkout: Checkout, paymentMethod: PaymentMethod): PlaceOrder {
  const payable = checkout.quote.payments.find((payment) => payment.method === paymentMethod);
  if (!payable) throw new Error(`The quote has no ${paymentMethod}.`);
  return {
    checkoutId: checkout.id,
    quoteHash: checkout.quote.hash,
    expectedTotal: payable.total,
    paymentMethod,
    contact,
  };
}

/** Bag, checkout and order in one go. */
export async function buy(person: Person, lines: readonly Wanted[], paymentMethod: PaymentMethod) {
  const checkout = await startPickup(person, lines);
  return person.call().checkout.place(placing(checkout, paymentMethod));
}
