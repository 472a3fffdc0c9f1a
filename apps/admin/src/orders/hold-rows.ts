import type { StaffOrderRow } from "@tuckshop/contracts/orders";

export type HeldRow = {
  row: StaffOrderRow;
  /** It no longer belongs to this view: somebody moved it on. */
  moved: boolean;
};

type Held = {
  /** What to show, in the order in which it stood. */
  rows: HeldRow[];
  /** Fresh rows that belong above the last one shown; showing them would move rows. */
  arrived: number;
  /** Fresh rows that follow the last one shown; they may be shown at once. */
  below: StaffOrderRow[];
};

/**
 * Lays fresh rows over those on the screen so that none moves: facts change in place, newcomers wait,
 * and what has left stays until the reader asks. `hasMore`: the server holds rows after the fresh ones.
 */
export function holdRows(
  held: readonly StaffOrderRow[],
  fresh: readonly StaffOrderRow[],
  hasMore: boolean,
): Held {
  const freshById = new Map(fresh.map((row) => [row.id, row]));
  const heldIds = new Set(held.map((row) => row.id));
  const lastHeld = held.findLastIndex((row) => freshById.has(row.id));
  const end = fresh.findLastIndex((row) => heldIds.has(row.id));
  return {
    rows: held.map((old, index) => ({
      row: freshById.get(old.id) ?? old,
      // Rows after the last one that came again may merely have slid beyond the fetched pages.
      moved: !freshById.has(old.id) && (index < lastHeld || !hasMore),
    })),
    arrived: fresh.slice(0, end + 1).filter((row) => !heldIds.has(row.id)).length,
    below: fresh.slice(end + 1),
  };
}
