import { Refusal } from "@tuckshop/contracts/errors";
import { TRPCClientError } from "@trpc/client";

/** The shop's no in an error, as data; null when it is something else: a fault, or no answer at all. */
export function refusalOf(error: unknown): Refusal | null {
  if (!(error instanceof TRPCClientError)) return null;
  const data: unknown = error.data;
  if (typeof data !== "object" || data === null || !("refusal" in data)) return null;
  return Refusal.safeParse(data.refusal).data ?? null;
}
