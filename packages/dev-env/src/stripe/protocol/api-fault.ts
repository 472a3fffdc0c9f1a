import { setTimeout as sleep } from "node:timers/promises";
import type { ApiFaultKind, FaultRule } from "../control/fault-rule.ts";
import { keyInUse } from "./idempotency-keys.ts";
import { StripeRefusal } from "./stripe-refusal.ts";

const DEFAULT_DELAY_MS = 1000;

/** Whether the caller learns nothing: the connection is cut, before the effect or after it. */
export const isCut = (fault: FaultRule<ApiFaultKind> | null): boolean =>
  fault?.kind === "outage" || fault?.kind === "lost_answer";

/** Refusals that Stripe's edge gives before the API looks at the request or stores its key. */
export function refuseAtEdge(
  fault: FaultRule<ApiFaultKind> | null,
  idempotencyKey: string | null,
): void {
  if (fault?.kind === "outage") throw new Error("Nobody is there.");
  if (fault?.kind === "conflict") throw keyInUse(idempotencyKey ?? "");
  if (fault?.kind !== "rate_limit") return;
  const message =
    "Request rate limit exceeded. You can learn more about rate limits here " +
    "https://stripe.com/docs/rate-limits.";
  const code = "rate_limit";
  throw new StripeRefusal(429, { type: "invalid_request_error", code, message }, false);
}

/** Faults that strike a claimed request before its effect: it is slow, never ends, or fails with 500. */
export async function strikeBeforeEffect(
  fault: FaultRule<ApiFaultKind> | null,
  stopping: AbortSignal,
  abandoned: AbortSignal,
): Promise<void> {
  switch (fault?.kind) {
    case "delay":
      return sleep(fault.ms ?? DEFAULT_DELAY_MS, undefined, { signal: stopping });
    case "hang":
      return untilAborted(AbortSignal.any([stopping, abandoned]));
    case "server_error":
      throw unknownError();
    default:
  }
}

/** Faults that strike when the effect is there: the answer never comes, or says 500. */
export async function strikeAfterEffect(
  fault: FaultRule<ApiFaultKind> | null,
  stopping: AbortSignal,
  abandoned: AbortSignal,
): Promise<void> {
  // Nobody hears the answer, but the effect stands, and its key with it.
  if (fault?.kind === "late_hang") {
    await untilAborted(AbortSignal.any([stopping, abandoned])).catch(() => {});
  }
  if (fault?.kind === "late_server_error") throw unknownError();
}

const unknownError = () =>
  new StripeRefusal(500, { type: "api_error", message: "An unknown error occurred" }, true);

function untilAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    const abandon = () => reject(new Error("No answer: the request was left hanging."));
    if (signal.aborted) abandon();
    else signal.addEventListener("abort", abandon, { once: true });
  });
}
