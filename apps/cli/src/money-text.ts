import type { Money } from "@tuckshop/contracts/money";

/** “₹1,00,000.00”, as the shop writes it. Every currency of the shop has a hundred minor units. */
export const moneyText = ({ minor, currency }: Money): string =>
  new Intl.NumberFormat("en-IN", {
    style: "currency",
    currency,
    currencyDisplay: "narrowSymbol",
  }).format(minor / 100);
