import { refusalOf } from "@tuckshop/client/refusal-of";
import { refusalMessage } from "@tuckshop/contracts/errors";

/** What went wrong, for a person: the shop’s own no, or that it did not answer at all. */
export function errorWords(error: unknown): string {
  const refusal = refusalOf(error);
  if (refusal) return refusalMessage(refusal);
  return "The shop did not answer. Check the connection and try again.";
}
