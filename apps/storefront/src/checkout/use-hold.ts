import type { Checkout } from "@tuckshop/contracts/checkout";
import { useNow } from "../use-now.ts";
import { clockSkewMs, remainingMs } from "./hold-clock.ts";

/** What is left of a checkout’s hold, by the server’s clock, told every second. */
export function useHold(checkout: Checkout, receivedAt: number): number {
  const skew = clockSkewMs(checkout.serverNow, receivedAt);
  return remainingMs(checkout.holdExpiresAt, skew, useNow());
}
