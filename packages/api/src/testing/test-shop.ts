import { randomUUID } from "node:crypto";
import { createHotCounters } from "@tuckshop/db/hot-counters";
import { makeShop } from "@tuckshop/db/testing/factories";
import type { Db } from "@tuckshop/db/schema";
import { createTestDb, type TestDb } from "@tuckshop/db/testing/test-db";
import {
  startStripeSimulator,
  type StripeSimulator,
} from "@tuckshop/dev-env/stripe/start-stripe-simulator";
import type { PrincipalId } from "@tuckshop/contracts/ids";
import type { Role } from "@tuckshop/contracts/staff";
import { Logger, runOnce } from "graphile-worker";
import type { Stripe } from "stripe";
import { onTestFinished } from "vitest";
import { makeStaff } from "../accounts/make-staff.ts";
import { createSessions } from "../accounts/sessions.ts";
import type { Context, Services } from "../context.ts";
import { createInProcessEvents } from "../events/in-process-events.ts";
import { createLimits } from "../limits/create-limits.ts";
import type { Log } from "../log.ts";
import type { Mail } from "../notifications/mailer.ts";
import { createStripe } from "../payments/create-stripe.ts";
import { createProvider } from "../payments/provider.ts";
import { appRouter } from "../router.ts";
import { createTaskList } from "../task-list.ts";
import { withinBudget } from "./within-budget.ts";
import type { TaskContext } from "../task.ts";

const secretKey = "sk_test_0123456789";
const quiet: Log = { info: () => {}, warn: () => {}, error: () => {} };

export type Caller = ReturnType<typeof appRouter.createCaller>;

/** One person: `call()` is a request with a key of its own, `call(key)` one that names its intent. */
export type Person = {
  call: (idempotencyKey?: string | null) => Caller;
  /** Headers of the last answer. */
  headers: Map<string, string>;
  /** Who they are to the database; null before their first change. */
  principalId: () => Promise<PrincipalId | null>;
};

export type TestShop = TestDb & {
  simulator: StripeSimulator;
  /** The provider's SDK, for a test to look behind our own calls. */
  stripe: Stripe;
  services: Services;
  mails: Mail[];
  /** What tasks logged as an error: somebody should look. */
  alarms: object[];
  /** A new shopper; their requests may take another way to the database. */
  shopper: (db?: Db) => Person;
  staff: (role: Role) => Promise<Person>;
  /** Works every job that is due, as a worker would, with the shop's services or others. */
  runJobs: (context?: TaskContext) => Promise<void>;
  /** Pays at the provider, as a shopper on its page. */
  pay: (url: string, card?: string) => Promise<{ result: string }>;
};

/** A shop of the test's own: real Postgres, a Stripe simulator on the wire, the whole router. */
export async function createTestShop(options: { connectionsMax?: number } = {}): Promise<TestShop> {
  const testDb = await createTestDb(options);
  const { db, pool, url } = testDb;
  await makeShop(db);
  const hotCounters = createHotCounters({ url });
  onTestFinished(() => hotCounters.close());
  const simulator = await startStripeSimulator({ secretKey });
  onTestFinished(() => simulator.stop());
  const stripe = createStripe({ secretKey, apiUrl: simulator.url });
  const mails: Mail[] = [];
  const alarms: object[] = [];
  const services: Services = {
    db,
    sessions: createSessions(db, { secure: false }),
    hotCounters,
    limits: createLimits(undefined),
    events: createInProcessEvents(),
    tasks: {
      db,
      log: { ...quiet, error: (facts) => void alarms.push(facts) },
      provider: createProvider(stripe),
      mailer: { send: async (mail) => void mails.push(mail) },
      publicUrl: "http://shop.test",
      linkSecret: "a secret of thirty-two characters",
    },
  };
  return {
    ...testDb,
    simulator,
    stripe,
    services,
    mails,
    alarms,
    shopper: (way = db) => person(overDb(services, way)),
    staff: (role) => staffPerson(services, role),
    runJobs: (context = services.tasks) =>
      runOnce({
        pgPool: pool,
        taskList: createTaskList(context),
        logger: new Logger(() => () => {}),
        noHandleSignals: true,
      }),
    pay: (url, card = "4242424242424242") => payAt(simulator, url, card),
  };
}

const overDb = (services: Services, db: Db): Services => ({
  ...services,
  db,
  sessions: createSessions(db, { secure: false }),
  tasks: { ...services.tasks, db },
});

function person(services: Services, cookies = new Map<string, string>()): Person {
  const headers = new Map<string, string>();
  const context = (idempotencyKey: string | null): Context => ({
    ...services,
    requestId: randomUUID(),
    idempotencyKey,
    callCount: 1,
    cookies: [...cookies].map(([name, value]) => `${name}=${value}`).join("; "),
    bearerToken: null,
    address: "127.0.0.1",
    setCookie: (cookie) => {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      cookies.set(name, value);
    },
    setHeader: (name, value) => headers.set(name, value),
    log: quiet,
  });
  return {
    headers,
    principalId: () => services.sessions.device.principalOf(context(null).cookies, () => {}),
    call: (key = randomUUID()) => withinBudget(appRouter.createCaller(context(key))),
  };
}

async function staffPerson(services: Services, role: Role): Promise<Person> {
  const email = `${role}-${randomUUID()}@shop.test`;
  const password = "correct horse battery staple";
  await services.db
    .transaction()
    .execute((tx) => makeStaff(tx, { email, name: role, password, role }));
  const member = person(services);
  await member.call().staff.session.signIn({ email, password });
  return member;
}

async function payAt(simulator: StripeSimulator, url: string, card: string) {
  const session = /cs_test_[A-Za-z0-9]+/.exec(url)?.[0];
  const response = await fetch(`${simulator.url}/_control/pay`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ session, card }),
  });
  return (await response.json()) as { result: string };
}
