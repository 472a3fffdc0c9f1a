import { createTestDb } from "@tuckshop/db/testing/test-db";
import { waitUntil } from "@tuckshop/testing/wait-until";
import { sql } from "kysely";
import { describe, expect, onTestFinished, test } from "vitest";
import type { Log } from "../log.ts";
import { changes } from "./changes.ts";
import type { Events, Heard } from "./events.ts";
import { createInProcessEvents } from "./in-process-events.ts";
import { createPostgresEvents } from "./postgres-events.ts";

const quiet: Log = { info: () => {}, warn: () => {}, error: () => {} };

const kept = (events: Events) => {
  onTestFinished(() => events.close());
  return events;
};

const drivers: Record<string, () => Promise<Events>> = {
  "in process": async () => kept(createInProcessEvents()),
  "over Postgres": async () => {
    const { url } = await createTestDb({ connectionsMax: 1 });
    const events = kept(createPostgresEvents({ url, log: quiet }));
    await events.publish({ topic: "order", id: "connected" });
    return events;
  },
};

/** What a subscriber hears, but for what it may have missed before. */
const listen = (events: Events) => {
  const ids: string[] = [];
  const heard: Heard[] = [];
  const leave = events.subscribe("order", (one) => {
    heard.push(one);
    if (one !== "missed" && one.id !== "connected") ids.push(one.id);
  });
  return { ids, heard, leave };
};

const publish = (events: Events, ...ids: string[]) =>
  Promise.all(ids.map((id) => events.publish({ topic: "order", id })));

describe.each(Object.entries(drivers))("S43 events %s", (_name, create) => {
  test("reach every subscriber, in the order in which they were published", async () => {
    const events = await create();
    const [one, two] = [listen(events), listen(events)];
    await publish(events, "a", "b", "c");
    await waitUntil(async () => two.ids.length === 3, { what: "three events" });
    expect([one.ids, two.ids]).toEqual([
      ["a", "b", "c"],
      ["a", "b", "c"],
    ]);
  });

  test("reach nobody who left, and leaving twice takes nobody else along", async () => {
    const events = await create();
    const [gone, here] = [listen(events), listen(events)];
    gone.leave();
    gone.leave();
    await publish(events, "a");
    await waitUntil(async () => here.ids.length === 1, { what: "the event" });
    expect(gone.ids).toEqual([]);
  });

  test("reach the others when one subscriber throws", async () => {
    const events = await create();
    events.subscribe("order", () => {
      throw new Error("cannot take it");
    });
    const { ids } = listen(events);
    await publish(events, "a");
    await waitUntil(async () => ids.length === 1, { what: "the event" });
  });

  test("are not published once closed, and closing says so", async () => {
    const events = await create();
    const { ids } = listen(events);
    await events.close();
    expect(events.closed.aborted).toBe(true);
    await publish(events, "a");
    expect(ids).toEqual([]);
  });

  test("start a stream with what may have been missed, and follow one subject", async () => {
    const events = await create();
    const signal = new AbortController();
    const stream = changes(events, {
      topic: "order",
      id: "a",
      person: "p1",
      signal: signal.signal,
    });
    expect((await stream.next()).value).toBe("missed");
    const next = stream.next();
    await publish(events, "b", "a");
    expect((await next).value).toEqual({ id: "a" });
    signal.abort();
    expect(await stream.next()).toEqual({ done: true, value: undefined });
  });

  // Red when `leave` is not called: the eleventh stream is then refused for ever.
  test("give one person ten streams at a time, and another when one ends", async () => {
    const events = await create();
    const open = () => {
      const controller = new AbortController();
      changes(events, { topic: "order", person: "p2", signal: controller.signal });
      return controller;
    };
    const streams = Array.from({ length: 10 }, open);
    expect(open).toThrow("Too many attempts");
    streams[0]?.abort();
    streams.push(open());
    for (const stream of streams) stream.abort();
  });

  // Red when closing does not wake a stream that waits: a server that stops then waits for it.
  test("end every stream when the server goes, as an outage, so that clients come back", async () => {
    const events = await create();
    const stream = changes(events, { topic: "order", person: "p3", signal: undefined });
    await stream.next();
    const failure = stream.next().catch((error: unknown) => error);
    await events.close();
    expect(await failure).toMatchObject({ refusal: { code: "TOO_BUSY" } });
  });
});

// Red when the driver listens on the connection that was lost, or tells nobody that it was.
test("S43 after its connection is lost it listens again, and says that some may be missed", async () => {
  const { db, url } = await createTestDb({ connectionsMax: 2 });
  const events = kept(createPostgresEvents({ url, log: quiet }));
  await publish(events, "connected");
  const { ids, heard } = listen(events);
  const cut = await sql`
    select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and query like 'select pg_notify%' or query = 'listen tuckshop'
  `.execute(db);
  expect(cut.rows.length).toBeGreaterThan(0);
  await waitUntil(async () => heard.includes("missed"), { what: "the driver to be back" });
  await sql`select pg_notify('tuckshop', '{"topic":"order","id":"a"}')`.execute(db);
  await waitUntil(async () => ids.length === 1, { what: "the event" });
});

test("S43 a payload that is not ours, or too long, troubles nobody", async () => {
  const { db, url } = await createTestDb({ connectionsMax: 2 });
  const events = kept(createPostgresEvents({ url, log: quiet }));
  await publish(events, "connected");
  const { ids } = listen(events);
  for (const payload of ["", "{", '{"topic":"weather","id":"a"}', '"x"']) {
    await sql`select pg_notify('tuckshop', ${payload})`.execute(db);
  }
  await expect(events.publish({ topic: "order", id: "x".repeat(8_000) })).rejects.toThrow("8,000");
  await publish(events, "a");
  await waitUntil(async () => ids.length === 1, { what: "the event" });
});
