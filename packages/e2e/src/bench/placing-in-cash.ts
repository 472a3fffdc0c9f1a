import type { Checkout, PlaceOrder } from "@tuckshop/contracts/checkout";

/** What `checkout.place` wants for a checkout that is paid in cash. */
export function placingInCash({ id, quote }: Checkout): PlaceOrder {
  const payable = quote.payments.find((payment) => payment.method === "cash");
  if (!payable) throw new Error("The quote has no cash.");
  return {
    checkoutId: id,
    quoteHash: quote.hash,
    expectedTotal: payable.total,
    paymentMethod: "cash",
    contact: { name: "Meera Rao", phone: "98860 00000" },
  };
}
