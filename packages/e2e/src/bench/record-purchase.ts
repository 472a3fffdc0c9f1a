import { randomUUID } from "node:crypto";
import { createSessions } from "@tuckshop/api/accounts/sessions";
import { createTaskContext } from "@tuckshop/api/create-task-context";
import { createInProcessEvents } from "@tuckshop/api/events/in-process-events";
import { createLimits } from "@tuckshop/api/limits/create-limits";
import { appRouter } from "@tuckshop/api/router";
import { TaskEnv } from "@tuckshop/api/task-env";
import type { VariantId } from "@tuckshop/contracts/ids";
import { createClient, type Client } from "@tuckshop/db/client";
import { createHotCounters } from "@tuckshop/db/hot-counters";
import type { MadeShopper } from "@tuckshop/db/testing/made-shoppers";
import { placingInCash } from "./placing-in-cash.ts";

export type Statement = { text: string; values: unknown[] };
type StepName = "put" | "start" | "place";

/** What each step of a purchase sends to Postgres, BEGIN and COMMIT included, in its order. */
export type RecordedPurchase = { steps: Record<StepName, Statement[]>; shopper: MadeShopper };

/** Buys once through the router itself, and writes down every statement with its values. */
export async function recordPurchase(
  databaseUrl: string,
  shopper: MadeShopper,
  variantIds: readonly VariantId[],
): Promise<RecordedPurchase> {
  const client = createClient({ url: databaseUrl, connectionsMax: 1, prepares: false });
  const hotCounters = createHotCounters({ url: databaseUrl });
  const log = { info: () => {}, warn: () => {}, error: () => {} };
  const env = TaskEnv.parse({
    DATABASE_URL: databaseUrl,
    PUBLIC_URL: "http://shop.test",
    LINK_SECRET: "a secret of thirty-two characters",
    STRIPE_SECRET_KEY: "sk_test_1",
  });
  const caller = () =>
    appRouter.createCaller({
      db: client.db,
      hotCounters,
      events: createInProcessEvents(),
      limits: createLimits(undefined),
      sessions: createSessions(client.db, { secure: false }),
      tasks: createTaskContext(env, client.db, log),
      requestId: randomUUID(),
      idempotencyKey: randomUUID(),
      callCount: 1,
      cookies: shopper.cookie,
      bearerToken: null,
      address: "127.0.0.1",
      setCookie: () => {},
      setHeader: () => {},
      log,
    });
  const lines = variantIds.map((variantId) => ({ variantId, quantity: 1 }));
  const put = await recording(client, () => caller().bag.put({ baseVersion: 1, lines }));
  const start = await recording(client, () =>
    caller().checkout.start({ bagVersion: 2, fulfilment: { method: "pickup" } }),
  );
  const place = await recording(client, () => caller().checkout.place(placingInCash(start.result)));
  await client.close();
  await hotCounters.close();
  return {
    shopper,
    steps: { put: put.statements, start: start.statements, place: place.statements },
  };
}

async function recording<T>({ pool }: Client, work: () => Promise<T>) {
  const statements: Statement[] = [];
  const connection = await pool.connect();
  const query = connection.query.bind(connection);
  connection.query = ((text: unknown, values: unknown[] = []) => {
    statements.push({ text: String(text), values });
    return Reflect.apply(query, undefined, [text, values]);
  }) as typeof query;
  connection.release();
  const result = await work();
  connection.query = query;
  return { result, statements };
}
