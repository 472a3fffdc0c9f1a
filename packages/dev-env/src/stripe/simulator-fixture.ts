import { once } from "node:events";
import { createServer } from "node:http";
import { Stripe } from "stripe";
import { onTestFinished, vi } from "vitest";
import type { PaymentResult } from "./payments/pay-checkout.ts";
import { readBody } from "./protocol/read-body.ts";
import { startStripeSimulator } from "./start-stripe-simulator.ts";
import type { StripeSimulator, StripeSimulatorOptions } from "./start-stripe-simulator.ts";

export const SECRET_KEY = "sk_test_tuckshop_simulator";
export const WEBHOOK_SECRET = "whsec_tuckshop_simulator";

export const GOOD_CARD = "4242424242424242";
export const DECLINED_CARD = "4000000000000002";
export const AUTHENTICATING_CARD = "4000002500003155";

/** A simulator for one test, and the real SDK pointed at it. */
export interface Shop {
  readonly simulator: StripeSimulator;
  readonly stripe: Stripe;
}

export async function openShop(options: Partial<StripeSimulatorOptions> = {}): Promise<Shop> {
  const simulator = await startStripeSimulator({ secretKey: SECRET_KEY, ...options });
  onTestFinished(() => simulator.stop());
  return { simulator, stripe: stripeFor(simulator) };
}

/** The SDK as the shop uses it; without retries, so that a test sees each answer. */
export function stripeFor(simulator: StripeSimulator, key = SECRET_KEY): Stripe {
  const { port } = simulator;
  return new Stripe(key, { host: "127.0.0.1", port, protocol: "http", maxNetworkRetries: 0 });
}

/** The parameters of a session for one item, with what a test wants to be different. */
export function sessionParams(
  wanted: Partial<Stripe.Checkout.SessionCreateParams> = {},
): Stripe.Checkout.SessionCreateParams {
  return {
    mode: "payment",
    line_items: [lineItem("Masala chai", 12_500, 2)],
    success_url: "http://shop.test/orders/7?session={CHECKOUT_SESSION_ID}",
    cancel_url: "http://shop.test/basket",
    ...wanted,
  };
}

export function lineItem(
  name: string,
  unitAmountMinor: number,
  quantity: number,
  currency = "inr",
): Stripe.Checkout.SessionCreateParams.LineItem {
  const price_data = { currency, unit_amount: unitAmountMinor, product_data: { name } };
  return { price_data, quantity };
}

export async function paidSession(
  { simulator, stripe }: Shop,
  wanted: Partial<Stripe.Checkout.SessionCreateParams> = {},
): Promise<Stripe.Checkout.Session> {
  const session = await stripe.checkout.sessions.create(sessionParams(wanted));
  await pay(simulator, { session: session.id, card: GOOD_CARD });
  return stripe.checkout.sessions.retrieve(session.id);
}

export async function pay(
  simulator: StripeSimulator,
  order: { session: string; card: string; authentication?: "complete" | "fail" },
): Promise<PaymentResult> {
  const response = await control(simulator, "POST", "/_control/pay", order);
  return JSON.parse(await response.text());
}

export async function control(
  simulator: StripeSimulator,
  method: "GET" | "POST" | "DELETE",
  path: string,
  json?: object,
): Promise<Response> {
  const body = json === undefined ? {} : { body: JSON.stringify(json) };
  return fetch(new URL(path, simulator.url), { method, ...body });
}

/** The error with which Stripe refuses a call. */
export async function refusalOf(call: Promise<unknown>): Promise<Stripe.errors.StripeError> {
  try {
    await call;
  } catch (error) {
    if (error instanceof Stripe.errors.StripeError) return error;
    throw error;
  }
  throw new Error("Stripe did not refuse the call.");
}

/** A clock that a test sets forward. */
export function testClock(): { now: () => number; advanceSeconds: (seconds: number) => void } {
  let aheadMs = 0;
  return {
    now: () => Date.now() + aheadMs,
    advanceSeconds: (seconds) => {
      aheadMs += seconds * 1000;
    },
  };
}

/** A shop's webhook route: takes the events that the SDK verifies, and answers as the test says. */
export interface WebhookReceiver {
  readonly url: string;
  secret: string;
  readonly events: Stripe.Event[];
  /** The next answers: a status, or none at all for "hang". 200 once there are no more. */
  readonly answers: (number | "hang")[];
  types(): string[];
}

export async function openReceiver(): Promise<WebhookReceiver> {
  const receiver = { url: "", secret: WEBHOOK_SECRET, events: noEvents(), answers: noAnswers() };
  const { webhooks } = new Stripe(SECRET_KEY);
  const server = createServer((message, response) => {
    const receive = async () => {
      const signature = message.headers["stripe-signature"] ?? "";
      const body = await readBody(message);
      receiver.events.push(webhooks.constructEvent(body, signature, receiver.secret));
      const answer = receiver.answers.shift() ?? 200;
      if (answer !== "hang") response.writeHead(answer).end();
    };
    receive().catch(() => response.writeHead(400).end());
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("No port.");
  receiver.url = `http://127.0.0.1:${address.port}/webhooks/stripe`;
  return Object.assign(receiver, { types: () => receiver.events.map((event) => event.type) });
}

const noEvents = (): Stripe.Event[] => [];
const noAnswers = (): (number | "hang")[] => [];

/** Waits until the check passes; there are no sleeps in these tests. */
export async function eventually(check: () => void | Promise<void>): Promise<void> {
  await vi.waitFor(check, { timeout: 5000, interval: 10 });
}
