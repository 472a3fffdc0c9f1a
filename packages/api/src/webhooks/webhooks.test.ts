import { makeVariant } from "@tuckshop/db/testing/factories";
import { expectInvariants } from "@tuckshop/db/testing/invariants";
import { expect, test } from "vitest";
import { deliver } from "../testing/deliver-webhook.ts";
import { buy } from "../testing/purchase.ts";
import { createTestShop, type TestShop } from "../testing/test-shop.ts";
import { receiveStripeEvent } from "./receive-stripe-event.ts";

const secret = "whsec_test_secret";

const paidOrder = async (shop: TestShop) => {
  const { variantId } = await makeVariant(shop.db, { sku: "KULFI", stock: 3 });
  const shopper = shop.shopper();
  const { reference } = await buy(shopper, [{ variantId, quantity: 1 }], "card");
  const opened = await shopper.call().payment.open({ reference });
  if (opened.kind !== "redirect") throw new Error(`Expected a page, got ${opened.kind}.`);
  await shop.pay(opened.url);
  const events = await shop.stripe.events.list({ limit: 100 });
  return { shopper, reference, events: events.data.toReversed() };
};

test("V10 S37 an event with a wrong signature is refused and stored nowhere", async () => {
  const shop = await createTestShop();
  const { events } = await paidOrder(shop);
  const [event = {}] = events;
  await expect(deliver(shop, event, "whsec_of_somebody_else")).rejects.toMatchObject({
    refusal: { code: "FORBIDDEN" },
  });
  await expect(receiveStripeEvent({ db: shop.db, secrets: [secret] }, "{}", "")).rejects.toThrow();
  expect(await shop.db.selectFrom("webhook_event").selectAll().execute()).toEqual([]);
});

test("V10 S37 while the secret is being replaced, both hold", async () => {
  const shop = await createTestShop();
  const { events } = await paidOrder(shop);
  const [event = {}] = events;
  await deliver(shop, event, "whsec_old", ["whsec_new", "whsec_old"]);
  expect(await shop.db.selectFrom("webhook_event").selectAll().execute()).toHaveLength(1);
});

// Red when recordWebhookEvent enqueues a job for every delivery, or the event's id is not its key.
test("S38 events delivered three times and in reverse order confirm the order once", async () => {
  const shop = await createTestShop({ connectionsMax: 10 });
  const { shopper, reference, events } = await paidOrder(shop);
  for (const event of events.toReversed()) {
    await Promise.all([deliver(shop, event), deliver(shop, event), deliver(shop, event)]);
  }
  await shop.runJobs();

  expect(await shopper.call().order.track({ reference })).toMatchObject({
    state: "confirmed",
    payment: { state: "captured" },
  });
  const stored = await shop.db.selectFrom("webhook_event").selectAll().execute();
  expect(stored).toHaveLength(events.length);
  expect(stored.every((event) => event.delivery_count === 3)).toBe(true);
  expect(stored.filter((event) => event.state === "applied").length).toBeGreaterThan(0);
  expect(shop.mails).toHaveLength(1);
  await expectInvariants(shop.db);
});

test("S39 an event about an object that is not ours is kept and ignored", async () => {
  const shop = await createTestShop();
  await deliver(shop, {
    id: "evt_strange",
    object: "event",
    type: "charge.succeeded",
    data: { object: { id: "ch_unknown", object: "charge", metadata: {} } },
  });
  await shop.runJobs();
  const [event] = await shop.db.selectFrom("webhook_event").select("state").execute();
  expect(event?.state).toBe("ignored");
});
