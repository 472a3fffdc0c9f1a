import type { StaffOrderRow } from "@tuckshop/contracts/orders";
import { announce } from "@tuckshop/ui/announcer";
import { useEffect, useState } from "react";
import { holdRows, type HeldRow } from "./hold-rows.ts";

type HeldRows = {
  rows: readonly HeldRow[];
  arrived: number;
  /** Shows the list as it now is. */
  release: () => void;
};

/** Rows that never move under the pointer, however often the list is fetched anew. */
export function useHeldRows(fresh: readonly StaffOrderRow[], hasMore: boolean): HeldRows {
  const [held, setHeld] = useState(fresh);
  const { rows, arrived, below } = holdRows(held, fresh, hasMore);
  // From now on they hold their place too; React renders again before anything is painted.
  if (below.length > 0) setHeld([...held, ...below]);
  useEffect(() => {
    if (arrived > 0) announce(arrivedWords(arrived));
  }, [arrived]);
  return { rows, arrived, release: () => setHeld(fresh) };
}

export function arrivedWords(count: number): string {
  return count === 1 ? "1 new order" : `${count} new orders`;
}
