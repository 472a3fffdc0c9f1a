import type { CounterId } from "@tuckshop/contracts/ids";
import { grantTogether, type Granted, type Waiting } from "./atomic/grant.ts";
import type { Db } from "./schema.ts";

type Waiter = Waiting & { granted: (got: boolean) => void; failed: (error: unknown) => void };

export type GrantQueue = {
  /** Waits for its turn with a counter: true when the claim stands, false when too little is left. */
  wait: (counterId: CounterId, waiting: Waiting) => Promise<boolean>;
};

const batchMax = 500;

/** One statement at a time for each counter; whoever comes while it runs waits for the next. */
export function createGrantQueue(db: Db): GrantQueue {
  const queues = new Map<CounterId, Waiter[]>();

  async function work(counterId: CounterId, queue: Waiter[]): Promise<void> {
    while (queue.length > 0) {
      const batch = queue.splice(0, batchMax);
      try {
        const again = settle(batch, await grantTogether(db, counterId, batch));
        queue.unshift(...again);
      } catch (error) {
        for (const waiter of batch) waiter.failed(error);
      }
    }
    queues.delete(counterId);
  }

  return {
    wait: (counterId, waiting) =>
      new Promise<boolean>((granted, failed) => {
        const waiter = { ...waiting, granted, failed };
        const queue = queues.get(counterId);
        if (queue) {
          queue.push(waiter);
          return;
        }
        const fresh = [waiter];
        queues.set(counterId, fresh);
        // In the next turn of the loop: those of this turn come along.
        setImmediate(() => void work(counterId, fresh));
      }),
  };
}

/**
 * Tells everybody what they got. Somebody who wanted little may stand behind somebody who wanted too
 * much: who would still fit into what is left is asked for once more.
 */
function settle(batch: readonly Waiter[], { free, ids }: Granted): Waiter[] {
  const granted = new Set(ids);
  const taken = batch.reduce((sum, { id, quantity }) => sum + (granted.has(id) ? quantity : 0), 0);
  const again: Waiter[] = [];
  for (const waiter of batch) {
    if (granted.has(waiter.id)) waiter.granted(true);
    else if (waiter.quantity <= free - taken) again.push(waiter);
    else waiter.granted(false);
  }
  return again;
}
