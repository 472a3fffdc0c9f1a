import { refusalOf } from "@tuckshop/client/refusal-of";
import type { Bag, PutBag } from "@tuckshop/contracts/bag";
import { refusalMessage } from "@tuckshop/contracts/errors";
import { sendIntent } from "../intent.ts";
import { putBagOf, settle, withEdit, type LineSketch } from "./bag-intent.ts";
import { bagStore } from "./bag-store.ts";

/** How the sync reaches the server and the cache that the pages read. */
export type BagApi = {
  /** The bag that the pages show, fetched only when there is none yet. */
  known: () => Promise<Bag>;
  fetch: () => Promise<Bag>;
  put: (wanted: PutBag, options: { context: { idempotencyKey: string } }) => Promise<Bag>;
  show: (bag: Bag) => void;
};

const pauseMs = 350;
const retryMs = 4000;
const conflictsMax = 5;

export type BagSync = {
  edit: (sketch: LineSketch, quantity: number) => void;
  /** Sends what is left to send; resolves with the settled bag. */
  flush: () => Promise<Bag>;
  /** Sends what an earlier visit left unsent. Returns how to stop. */
  start: () => () => void;
};

/**
 * Turns the shopper's edits into few writes: one at a time, after a pause, each the whole wanted
 * set. Somebody else's write in between only means to look again and send again.
 */
export function createBagSync(api: BagApi): BagSync {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<Bag> | undefined;
  let started = false;

  const schedule = (ms: number) => {
    clearTimeout(timer);
    if (started) timer = setTimeout(() => void flush().catch(() => schedule(retryMs)), ms);
  };
  const flush = (): Promise<Bag> => {
    clearTimeout(timer);
    running ??= sendAll(api).finally(() => {
      running = undefined;
    });
    return running;
  };
  return {
    edit(sketch, quantity) {
      const { edits, adjustments } = bagStore.get();
      bagStore.set({
        refusal: null,
        edits: withEdit(edits, sketch, quantity),
        adjustments: adjustments.filter((each) => each.variantId !== sketch.variantId),
      });
      schedule(pauseMs);
    },
    flush,
    start() {
      started = true;
      if (Object.keys(bagStore.get().edits).length > 0) schedule(0);
      return () => {
        started = false;
        clearTimeout(timer);
      };
    },
  };
}

async function sendAll(api: BagApi): Promise<Bag> {
  bagStore.set({ sync: "sending" });
  try {
    let bag = await api.known();
    // Edits made while a write is on its way go with the next one.
    while (Object.keys(bagStore.get().edits).length > 0) bag = await sendOnce(api, bag);
    bagStore.set({ sync: "settled" });
    return bag;
  } catch (error) {
    bagStore.set({ sync: "stuck" });
    throw error;
  }
}

async function sendOnce(api: BagApi, known: Bag): Promise<Bag> {
  const sent = bagStore.get().edits;
  try {
    const bag = await putOver(api, known, conflictsMax);
    api.show(bag);
    const { edits, adjustments } = bagStore.get();
    const earlier = adjustments.filter(({ variantId }) => !sent[variantId]);
    bagStore.set({ edits: settle(edits, sent), adjustments: [...earlier, ...bag.adjustments] });
    return bag;
  } catch (error) {
    const refusal = refusalOf(error);
    if (!refusal || "retryAfterSeconds" in refusal || refusal.code === "VERSION_CONFLICT")
      throw error;
    // A plain no: these edits will never do, so the bag goes back to what the server has.
    bagStore.set({
      edits: settle(bagStore.get().edits, sent),
      refusal: refusalMessage(refusal),
    });
    const bag = await api.fetch();
    api.show(bag);
    return bag;
  }
}

async function putOver(api: BagApi, known: Bag, conflictsLeft: number): Promise<Bag> {
  const wanted = putBagOf(known, bagStore.get().edits);
  try {
    return await sendIntent(`bag.put ${JSON.stringify(wanted)}`, (options) =>
      api.put(wanted, options),
    );
  } catch (error) {
    if (refusalOf(error)?.code !== "VERSION_CONFLICT" || conflictsLeft === 0) throw error;
    return putOver(api, await api.fetch(), conflictsLeft - 1);
  }
}
