import type { BagAdjustment } from "@tuckshop/contracts/bag";
import * as z from "zod/mini";
import { Edits } from "./bag-intent.ts";

export type BagState = {
  edits: Edits;
  /** What the server changed in the last answer, until the shopper touches that line again. */
  adjustments: readonly BagAdjustment[];
  /** `stuck`: the last write got no answer; it is kept and will be sent again. */
  sync: "settled" | "sending" | "stuck";
  /** A plain no of the server to the last edits, in its own words. */
  refusal: string | null;
};

/** The time makes every write a change, so that other tabs hear of it. */
const Stored = z.object({ edits: Edits, at: z.number() });

const place = "tuckshop.bag";
let state: BagState = { edits: storedEdits(), adjustments: [], sync: "settled", refusal: null };
const listeners = new Set<() => void>();

/** Edits survive a reload and a dead battery. */
function storedEdits(): Edits {
  try {
    return Stored.parse(JSON.parse(globalThis.localStorage?.getItem(place) ?? "null")).edits;
  } catch {
    return {}; // none yet, or written by an older shop
  }
}

function store(edits: Edits): void {
  localStorage.setItem(
    place,
    JSON.stringify({ edits, at: Date.now() } satisfies z.infer<typeof Stored>),
  );
}

export const bagStore = {
  get: (): BagState => state,
  set: (change: Partial<BagState>): void => {
    state = { ...state, ...change };
    if (change.edits) store(state.edits);
    for (const listener of listeners) listener();
  },
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  /** Another tab edited: take its intent over. Returns how to stop listening. */
  followOtherTabs: (onChange: () => void): (() => void) => {
    const follow = (event: StorageEvent) => {
      if (event.key !== place) return;
      state = { ...state, edits: storedEdits() };
      for (const listener of listeners) listener();
      onChange();
    };
    window.addEventListener("storage", follow);
    return () => window.removeEventListener("storage", follow);
  },
};
