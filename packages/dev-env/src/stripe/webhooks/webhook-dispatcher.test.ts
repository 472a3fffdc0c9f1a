import { expect, test } from "vitest";
import {
  control,
  eventually,
  GOOD_CARD,
  openReceiver,
  openShop,
  paidSession,
  pay,
  sessionParams,
} from "../simulator-fixture.ts";
import type { Shop } from "../simulator-fixture.ts";

const webhookPatience = { retryDelaysMs: [10, 20, 40], timeoutMs: 200 };

/** Emits one event: checkout.session.expired. */
async function expireSession({ stripe }: Shop): Promise<string> {
  const { id } = await stripe.checkout.sessions.create(sessionParams());
  await stripe.checkout.sessions.expire(id);
  return id;
}

test("an event that is answered with an error is sent again until it is taken", async () => {
  const webhook = await openReceiver();
  webhook.answers.push(500, 302, 204);
  const shop = await openShop({ webhook, webhookPatience });
  await expireSession(shop);
  await eventually(() =>
    expect(shop.simulator.webhookDeliveries()).toMatchObject([
      { attempt: 1, delivered: false, status: 500 },
      { attempt: 2, delivered: false, status: 302 },
      { attempt: 3, delivered: true, status: 204 },
    ]),
  );
  const [first, ...others] = webhook.events;
  expect(others).toHaveLength(2);
  for (const other of others) expect(other.id).toBe(first?.id);
});

test("an endpoint that does not answer in time is tried again", async () => {
  const webhook = await openReceiver();
  webhook.answers.push("hang");
  const shop = await openShop({ webhook, webhookPatience });
  await expireSession(shop);
  await eventually(() =>
    expect(shop.simulator.webhookDeliveries()).toMatchObject([
      { delivered: false, status: null },
      { delivered: true, status: 200 },
    ]),
  );
});

test("patience ends, and the event stays on record as not delivered", async () => {
  const webhook = await openReceiver();
  webhook.answers.push(500, 500, 500, 500);
  const shop = await openShop({ webhook, webhookPatience });
  await expireSession(shop);
  await eventually(() => expect(webhook.events).toHaveLength(4));
  webhook.events.length = 0;
  await expireSession(shop);
  await eventually(() => expect(webhook.events).toHaveLength(1));
  const { data } = await shop.stripe.events.list();
  expect(data.map((event) => event.pending_webhooks)).toEqual([0, 1]);
});

test("a duplicated event arrives as often as the fault says, with the same id", async () => {
  const webhook = await openReceiver();
  const shop = await openShop({ webhook });
  await control(shop.simulator, "POST", "/_control/faults", {
    kind: "webhook_duplicate",
    copies: 2,
  });
  await expireSession(shop);
  await eventually(() => expect(webhook.events).toHaveLength(3));
  expect(new Set(webhook.events.map(({ id }) => id)).size).toBe(1);
});

test("a withheld event arrives when it is released", async () => {
  const webhook = await openReceiver();
  const shop = await openShop({ webhook });
  await control(shop.simulator, "POST", "/_control/faults", {
    kind: "webhook_withhold",
    event: "checkout.session.completed",
  });
  await paidSession(shop);
  await eventually(() => expect(webhook.types()).toContain("payment_intent.succeeded"));
  expect(webhook.types()).not.toContain("checkout.session.completed");
  const response = await control(shop.simulator, "POST", "/_control/webhooks/release");
  expect(await response.json()).toEqual({ released: 1 });
  await eventually(() => expect(webhook.types()).toContain("checkout.session.completed"));
});

test("a delayed event is overtaken by the ones after it", async () => {
  const webhook = await openReceiver();
  const shop = await openShop({ webhook });
  const late = { kind: "webhook_delay", event: "payment_intent.created", ms: 200 };
  await control(shop.simulator, "POST", "/_control/faults", late);
  await paidSession(shop);
  await eventually(() => expect(webhook.events).toHaveLength(4));
  expect(webhook.types().at(-1)).toBe("payment_intent.created");
});

test("reordered events arrive with the later one first", async () => {
  const webhook = await openReceiver();
  const { simulator, stripe } = await openShop({ webhook });
  const swapped = { kind: "webhook_reorder", event: "c*succeeded", times: 1 };
  const withThis = { kind: "webhook_reorder", event: "checkout.session.completed", times: 1 };
  const response = await control(simulator, "POST", "/_control/faults", [swapped, withThis]);
  expect(response.status).toBe(200);
  const { id } = await stripe.checkout.sessions.create(sessionParams());
  await pay(simulator, { session: id, card: GOOD_CARD });
  await eventually(() => expect(webhook.events).toHaveLength(4));
  const types = webhook.types();
  expect(types.indexOf("checkout.session.completed")).toBeLessThan(
    types.indexOf("charge.succeeded"),
  );
});

test("an event that waits to be reordered goes out alone when no other comes", async () => {
  const webhook = await openReceiver();
  const shop = await openShop({ webhook });
  await control(shop.simulator, "POST", "/_control/faults", { kind: "webhook_reorder", ms: 50 });
  await expireSession(shop);
  await eventually(() => expect(webhook.events).toHaveLength(1));
});
