import { Currency } from "@tuckshop/contracts/money";

/** What the provider says that it took. */
export type Capture = {
  sessionId: string;
  intentId: string | null;
  amountMinor: number;
  currency: string;
};

/** Null for a currency that no shop of ours counts in. */
export const knownCurrency = (currency: string | null): Currency | null =>
  Currency.safeParse(currency).data ?? null;
