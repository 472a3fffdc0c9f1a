import { createListener } from "@tuckshop/db/listener";
import * as z from "zod/mini";
import type { Log } from "../log.ts";
import type { Events } from "./events.ts";
import { createSubscribers } from "./subscribers.ts";

/** The name that `0013_order_events.sql` speaks on. */
const channel = "tuckshop";
const payloadMaxBytes = 8_000; // Postgres takes no longer one

const Payload = z.object({ topic: z.enum(["order"]), id: z.string() });

/** Hints over LISTEN and NOTIFY, heard by every server of the shop. */
export function createPostgresEvents({ url, log }: { url: string; log: Log }): Events {
  const subscribers = createSubscribers();
  const closing = new AbortController();
  const listener = createListener({
    url,
    channel,
    onPayload: (payload) => {
      const event = Payload.safeParse(parsed(payload));
      if (event.success) subscribers.tell(event.data);
    },
    onListening: subscribers.tellMissed,
    onFailure: (err) => log.warn({ err }, "events not heard"),
  });
  return {
    publish: async (event) => {
      const payload = JSON.stringify(event);
      if (Buffer.byteLength(payload) >= payloadMaxBytes) {
        throw new RangeError("An event holds an id, and is shorter than 8,000 bytes.");
      }
      if (!closing.signal.aborted) await listener.notify(payload);
    },
    subscribe: subscribers.add,
    closed: closing.signal,
    close: async () => {
      closing.abort();
      subscribers.clear();
      await listener.close();
    },
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
