/** What the provider says that it took. */
export type Capture = {
  sessionId: string;
  intentId: string | null;
  amountMinor: number;
  currency: string;
};
