import type { StockEntry } from "@tuckshop/contracts/stock";

/** `place`: two movements may share everything but their place in the book. */
export type LedgerRow = StockEntry & { place: string };
