import { forgetIntent, intentKey } from "@tuckshop/client/intent-key";
import { trpc } from "@tuckshop/client/react";
import { refusalOf } from "@tuckshop/client/refusal-of";
import type { Sku } from "@tuckshop/contracts/ids";
import { announce } from "@tuckshop/ui/announcer";
import { errorWords } from "../error-words.ts";

/**
 * What both changes of stock share. The key stands for “this change of this article” until an answer
 * has come, so pressing again after a lost connection cannot count the same goods twice.
 */
export function useStockChange(kind: "receive" | "adjust", sku: Sku, onDone: () => void) {
  const { staff } = trpc.useUtils();
  const intent = `stock ${kind} ${sku}`;
  return {
    trpc: { context: { idempotencyKey: intentKey(intent) } },
    onSuccess: async ({ available }: { available: number }) => {
      forgetIntent(intent);
      onDone();
      announce(`Saved: ${available} free now`);
      await Promise.all([staff.stock.invalidate(), staff.today.invalidate()]);
    },
    onError: (error: unknown) => {
      if (refusalOf(error)) forgetIntent(intent);
    },
  };
}

/** Why a change was not saved, or not certainly. */
export function stockFailure(error: unknown): string | null {
  if (!error) return null;
  const refusal = refusalOf(error);
  if (refusal?.code === "IDEMPOTENCY_KEY_REUSED") {
    return "An earlier try with other numbers may have been saved. Look at the ledger of this article, then press again if it is not there.";
  }
  if (refusal?.code === "OUT_OF_STOCK") {
    return "That many are not free: some are already promised to customers.";
  }
  return errorWords(error);
}
