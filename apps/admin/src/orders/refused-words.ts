import { refusalOf } from "@tuckshop/client/refusal-of";
import { errorWords } from "../error-words.ts";

/** Why a press did nothing, and what the page shows now. */
export function refusedWords(error: unknown): string {
  const refusal = refusalOf(error);
  switch (refusal?.code) {
    case "ILLEGAL_TRANSITION":
      return `Too late: this ${refusal.entity.replace(/s$/, "")} is already ${refusal.state.replaceAll("_", " ")}. Nothing was changed, and you now see it as it is.`;
    case "VERSION_CONFLICT":
      return "Somebody changed this order while you were looking. Your press did nothing; you now see the order as it is.";
    default:
      return errorWords(error);
  }
}
