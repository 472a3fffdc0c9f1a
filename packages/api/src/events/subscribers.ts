import type { EventTopic, Heard, ShopEvent } from "./events.ts";

type Handler = (heard: Heard) => void;

/** Who listens in this process. One that throws spoils it for no other. */
export function createSubscribers() {
  const handlers = new Map<EventTopic, Set<Handler>>();
  const tellAll = (listeners: Iterable<Handler>, heard: Heard) => {
    for (const handler of listeners) {
      try {
        handler(heard);
      } catch {
        // A hint; whoever could not take it looks again by itself.
      }
    }
  };
  return {
    add: (topic: EventTopic, handler: Handler) => {
      const listeners = handlers.get(topic) ?? new Set();
      // Of its own, so that the same function may listen twice and leave once.
      const own: Handler = (heard) => handler(heard);
      handlers.set(topic, listeners.add(own));
      return () => void listeners.delete(own);
    },
    tell: ({ topic, id }: ShopEvent) => tellAll(handlers.get(topic) ?? [], { id }),
    tellMissed: () => {
      for (const listeners of handlers.values()) tellAll(listeners, "missed");
    },
    clear: () => handlers.clear(),
  };
}
