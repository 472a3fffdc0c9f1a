import Stripe from "stripe";

export type StripeOptions = {
  secretKey: string;
  /** Where the API is, when it is not Stripe's own: the simulator's address. */
  apiUrl?: string | undefined;
};

/** Stripe's SDK with our time limit. It retries nothing itself: a task repeats with the same key. */
export function createStripe({ secretKey, apiUrl }: StripeOptions): Stripe {
  const limits = { timeout: 5_000, maxNetworkRetries: 0, telemetry: false } as const;
  if (!apiUrl) return new Stripe(secretKey, limits);
  const { hostname, port, protocol } = new URL(apiUrl);
  return new Stripe(secretKey, {
    ...limits,
    host: hostname,
    port: Number(port),
    protocol: protocol === "https:" ? "https" : "http",
  });
}
