import { ShopError } from "@tuckshop/contracts/errors";
import type { Events, EventTopic, Heard } from "./events.ts";

/** Streams of one person, as of one with many tabs; and of all people on one server. */
const openMaxPerPerson = 10;
const openMax = 1_000;

const openOf = new Map<string, number>();
const total = () => [...openOf.values()].reduce((sum, open) => sum + open, 0);

type Wanted = {
  topic: EventTopic;
  /** Only hints about this one. */
  id?: string;
  /** Whose stream it is, for the limit. */
  person: string;
  signal: AbortSignal | undefined;
};

/**
 * What a person hears, until they go or the server does. It starts with "missed", since what moved
 * before they listened was not heard, so that a client that comes back looks again by itself. Hints
 * that come faster than they are read are folded into one "missed".
 */
export function changes(events: Events, wanted: Wanted): AsyncGenerator<Heard, void> {
  const { person } = wanted;
  const open = openOf.get(person) ?? 0;
  if (open >= openMaxPerPerson || total() >= openMax) {
    throw new ShopError({ code: "TOO_MANY_REQUESTS", retryAfterSeconds: 30 });
  }
  openOf.set(person, open + 1);
  let isIn = true;
  const leave = () => {
    if (!isIn) return;
    isIn = false;
    const left = (openOf.get(person) ?? 1) - 1;
    if (left === 0) openOf.delete(person);
    else openOf.set(person, left);
  };
  // A stream that is dropped before anybody read from it never gets to its own end.
  wanted.signal?.addEventListener("abort", leave, { once: true });
  return heard(events, wanted, leave);
}

async function* heard(
  events: Events,
  { topic, id, signal }: Wanted,
  leave: () => void,
): AsyncGenerator<Heard, void> {
  let waiting: Heard | undefined = "missed";
  let wake: (() => void) | undefined;
  const unsubscribe = events.subscribe(topic, (next) => {
    if (next !== "missed" && id !== undefined && next.id !== id) return;
    waiting = waiting === undefined ? next : "missed";
    wake?.();
  });
  const onEnd = () => wake?.();
  const ends = [signal, events.closed];
  for (const end of ends) end?.addEventListener("abort", onEnd);
  try {
    for (;;) {
      if (signal?.aborted) return;
      // The client takes it for an outage, and comes back to another server.
      if (events.closed.aborted) throw new ShopError({ code: "TOO_BUSY", retryAfterSeconds: 1 });
      const next: Heard | undefined = waiting;
      waiting = undefined;
      if (next) yield next;
      else await new Promise<void>((resolve) => (wake = resolve));
    }
  } finally {
    for (const end of ends) end?.removeEventListener("abort", onEnd);
    unsubscribe();
    leave();
  }
}
