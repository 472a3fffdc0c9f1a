import type { Events } from "./events.ts";
import { createSubscribers } from "./subscribers.ts";

/** For a shop in one process, and for tests: what is published here is heard here. */
export function createInProcessEvents(): Events {
  const subscribers = createSubscribers();
  const closing = new AbortController();
  return {
    publish: async (event) => {
      if (!closing.signal.aborted) queueMicrotask(() => subscribers.tell(event));
    },
    subscribe: (topic, handler) => subscribers.add(topic, handler),
    closed: closing.signal,
    close: async () => {
      closing.abort();
      subscribers.clear();
    },
  };
}
