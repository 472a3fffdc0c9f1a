import { once, setMaxListeners } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type Stripe from "stripe";
import { Faults } from "./control/faults.ts";
import { Journal } from "./control/journal.ts";
import type { JournalledRequest } from "./control/journal.ts";
import { paidCharges } from "./resources/charges.ts";
import { expireDueCheckouts } from "./resources/expire-checkout.ts";
import { configureEndpoint } from "./resources/webhook-endpoints.ts";
import { requestListener } from "./request-listener.ts";
import { nowSeconds } from "./simulator.ts";
import type { Simulator } from "./simulator.ts";
import { openState } from "./state/state.ts";
import type { WebhookDelivery } from "./webhooks/post-event.ts";
import { WebhookDispatcher } from "./webhooks/webhook-dispatcher.ts";
import type { WebhookPatience } from "./webhooks/webhook-dispatcher.ts";

export interface StripeSimulatorOptions {
  /** The only key that the API accepts. */
  readonly secretKey: string;
  /** 0, the default, takes any free port. */
  readonly port?: number;
  readonly host?: string;
  /** Where browsers reach the payment page, if not at host and port. */
  readonly publicUrl?: string;
  /** An endpoint that gets every event, signed with this secret. */
  readonly webhook?: { readonly url: string; readonly secret: string };
  readonly webhookPatience?: Partial<WebhookPatience>;
  /** A file (JSON lines) in which the account outlives a restart. */
  readonly stateFile?: string;
  /** The clock, in milliseconds since the epoch; a test may bring its own. */
  readonly now?: () => number;
}

export interface StripeSimulator {
  readonly url: string;
  readonly port: number;
  /** The charges that took money, oldest first. */
  charges(): readonly Stripe.Charge[];
  /** The payment pages that were ever made, oldest first. */
  pages(): readonly Stripe.Checkout.Session[];
  /** The API requests of this run, oldest first. */
  requests(): readonly JournalledRequest[];
  /** How often each kind of fault has struck. */
  faultsStruck(): Record<string, number>;
  /** Every attempt to deliver a webhook in this run, oldest first. */
  webhookDeliveries(): readonly WebhookDelivery[];
  stop(): Promise<void>;
}

/** Half an hour of a shop that is away; Stripe itself goes on for three days. */
const lateRetries = Array.from({ length: 60 }, () => 30_000);
const DEFAULT_PATIENCE: WebhookPatience = {
  retryDelaysMs: [250, 1000, 4000, 15_000, ...lateRetries],
  timeoutMs: 10_000,
};
const EXPIRY_CHECK_MS = 250;

/** Starts a Stripe account of one's own: the API, the payment page, and webhooks, but no money. */
export async function startStripeSimulator(
  options: StripeSimulatorOptions,
): Promise<StripeSimulator> {
  const { host = "127.0.0.1" } = options;
  const server = createServer();
  server.listen(options.port ?? 0, host);
  await once(server, "listening");
  const port = portOf(server.address());
  const url = `http://${host}:${port}`;

  const stop = new AbortController();
  // Every delivery that waits for its next attempt listens for the stop: there is no usual number.
  setMaxListeners(0, stop.signal);
  const simulator = openSimulator(options, options.publicUrl ?? url, stop.signal);
  server.on("request", requestListener(simulator));
  const expiry = setInterval(() => expireDueCheckouts(simulator), EXPIRY_CHECK_MS);
  simulator.webhooks.resume();

  return {
    url,
    port,
    charges: () => paidCharges(simulator.state),
    pages: () =>
      simulator.state.checkouts
        .newestFirst()
        .map(({ session }) => session)
        .toReversed(),
    requests: () => simulator.journal.requests(),
    faultsStruck: () => simulator.faults.struck(),
    webhookDeliveries: () => simulator.webhooks.deliveries(),
    stop: async () => {
      if (stop.signal.aborted) return;
      clearInterval(expiry);
      stop.abort();
      const closed = once(server, "close");
      server.close();
      server.closeAllConnections();
      await Promise.all([closed, simulator.webhooks.idle()]);
    },
  };
}

function portOf(address: string | AddressInfo | null): number {
  if (address !== null && typeof address === "object") return address.port;
  throw new Error("The server has no port: it listens on a pipe, or not at all.");
}

function openSimulator(
  options: StripeSimulatorOptions,
  publicUrl: string,
  stopping: AbortSignal,
): Simulator {
  const state = openState(options.stateFile);
  const faults = new Faults();
  const patience = { ...DEFAULT_PATIENCE, ...options.webhookPatience };
  const simulator = {
    secretKey: options.secretKey,
    publicUrl,
    now: options.now ?? Date.now,
    state,
    journal: new Journal(),
    faults,
    webhooks: new WebhookDispatcher({ state, faults, patience, stopping }),
    stopping,
  };
  configureEndpoint(state, options.webhook, nowSeconds(simulator));
  return simulator;
}
