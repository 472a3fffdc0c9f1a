import { setTimeout } from "node:timers/promises";
import pg from "pg";

export type Listener = {
  /** Tells everybody who listens; nobody, while there is no connection. */
  notify: (payload: string) => Promise<void>;
  close: () => Promise<void>;
};

type ListenerOptions = {
  /** Leads to Postgres itself. */
  url: string;
  channel: string;
  onPayload: (payload: string) => void;
  /** Each time it begins to listen: what was told before was told to nobody here. */
  onListening: () => void;
  onFailure: (error: unknown) => void;
};

const firstPauseMs = 100;
const longestPauseMs = 5_000;

/**
 * Listens on a connection of its own, and opens another when it is lost. LISTEN belongs to one
 * connection: a pool would hand it to others, PgBouncer in transaction mode would swap it.
 */
export function createListener(options: ListenerOptions): Listener {
  const { url, channel, onPayload, onListening, onFailure } = options;
  const closing = new AbortController();
  const { signal } = closing;
  let client: pg.Client | undefined;
  let connecting = connect(firstPauseMs);

  async function connect(pauseMs: number): Promise<void> {
    if (signal.aborted) return;
    const next = new pg.Client({
      connectionString: url,
      connectionTimeoutMillis: 2_000,
      keepAlive: true,
    });
    next.on("error", onFailure); // and then it ends
    next.on("notification", ({ payload = "" }) => onPayload(payload));
    try {
      await next.connect();
      await next.query(`listen ${pg.escapeIdentifier(channel)}`);
    } catch (error) {
      onFailure(error);
      void next.end().catch(onFailure);
      const jitter = 0.5 + Math.random() / 2;
      await setTimeout(pauseMs * jitter, undefined, { signal }).catch(() => {});
      await connect(Math.min(2 * pauseMs, longestPauseMs));
      return;
    }
    client = next;
    next.once("end", () => {
      client = undefined;
      connecting = connect(firstPauseMs);
    });
    onListening();
  }

  return {
    notify: async (payload) => {
      await connecting;
      await client?.query("select pg_notify($1, $2)", [channel, payload]);
    },
    close: async () => {
      closing.abort();
      await connecting;
      await client?.end();
    },
  };
}
