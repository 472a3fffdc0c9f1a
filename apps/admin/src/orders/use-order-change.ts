import { useMutation } from "@tanstack/react-query";
import { forgetIntent, intentKey } from "@tuckshop/client/intent-key";
import { trpc } from "@tuckshop/client/react";
import { refusalOf } from "@tuckshop/client/refusal-of";
import type { OrderId } from "@tuckshop/contracts/ids";
import type { StaffOrder } from "@tuckshop/contracts/orders";
import { announce } from "@tuckshop/ui/announcer";
import { refusedWords } from "./refused-words.ts";

type Client = ReturnType<typeof trpc.useUtils>["client"];
type Keyed = { context: { idempotencyKey: string } };
type Send<Input> = (client: Client, input: Input, keyed: Keyed) => Promise<StaffOrder>;

/**
 * A change of an order’s money. Its key stands for the intent until an answer has come: pressed again
 * after a lost connection, it moves nothing twice, and with other figures it is refused.
 */
export function useOrderChange<Input>(
  orderId: OrderId,
  what: string,
  send: Send<Input>,
  { done, onDone }: { done: string; onDone: () => void },
) {
  const { client, staff } = trpc.useUtils();
  const intent = `${what} ${orderId}`;
  const change = useMutation({
    mutationFn: (input: Input) =>
      send(client, input, { context: { idempotencyKey: intentKey(intent) } }),
    onSuccess: (order) => {
      forgetIntent(intent);
      staff.orders.get.setData({ orderId }, order);
      onDone();
      announce(done);
      void staff.orders.list.invalidate();
      void staff.today.invalidate();
    },
    onError: async (error) => {
      if (refusalOf(error)) forgetIntent(intent);
      await staff.orders.get.invalidate({ orderId });
    },
  });
  const failure = change.error && refusedWords(change.error);
  return { run: change.mutate, reset: change.reset, isPending: change.isPending, failure };
}
