/** What may be told of: `id` is the row's. */
export type EventTopic = "order";
export type ShopEvent = { topic: EventTopic; id: string };

/** What a subscriber hears: the id of what moved, or that it may have missed some and must look itself. */
export type Heard = { id: string } | "missed";

/**
 * Hints that something moved, over whatever carries them. A hint may be lost or come twice, so that
 * losing all of them changes nothing but how soon a page looks again: the rows are the truth.
 */
export type Events = {
  publish: (event: ShopEvent) => Promise<void>;
  /** Returns the way out. */
  subscribe: (topic: EventTopic, handler: (heard: Heard) => void) => () => void;
  /** Aborted when no more will come: streams to people end. */
  closed: AbortSignal;
  close: () => Promise<void>;
};
