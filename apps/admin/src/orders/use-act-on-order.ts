import { forgetIntent, intentKey } from "@tuckshop/client/intent-key";
import { trpc } from "@tuckshop/client/react";
import { refusalOf } from "@tuckshop/client/refusal-of";
import type { ActOnOrder, StaffAction, StaffOrder } from "@tuckshop/contracts/orders";
import { refusedWords } from "./refused-words.ts";

type Outcome = { onDone: () => void; onRefused: (words: string) => void };
type Act = { mutate: (input: ActOnOrder) => void; isPending: boolean };

/** One press of one button. However often it is sent, it happens once, and only to the order as it was seen. */
export function useActOnOrder(
  { id: orderId, version }: StaffOrder,
  action: StaffAction,
  { onDone, onRefused }: Outcome,
): Act {
  const { staff } = trpc.useUtils();
  const intent = `act ${orderId} ${version} ${action}`;
  return trpc.staff.orders.act.useMutation({
    trpc: { context: { idempotencyKey: intentKey(intent) } },
    onSuccess: (moved) => {
      forgetIntent(intent);
      staff.orders.get.setData({ orderId }, moved);
      onDone();
      void staff.orders.list.invalidate();
      void staff.today.invalidate();
    },
    onError: async (error) => {
      // Without an answer the key stays: the next press asks what became of this one.
      if (refusalOf(error)) forgetIntent(intent);
      onRefused(refusedWords(error));
      await staff.orders.get.invalidate({ orderId });
    },
  });
}
