import { expect, test } from "vitest";
import {
  eventually,
  openReceiver,
  openShop,
  paidSession,
  refusalOf,
  sessionParams,
} from "../simulator-fixture.ts";

test("an endpoint gets its secret once, and only the events that it wants", async () => {
  const shop = await openShop();
  const { webhookEndpoints } = shop.stripe;
  const { id, secret } = await webhookEndpoints.create({
    url: "http://127.0.0.1:9/not-there-yet",
    enabled_events: ["checkout.session.completed"],
  });
  expect(secret).toMatch(/^whsec_\w{32}$/);
  expect((await webhookEndpoints.retrieve(id)).secret).toBeUndefined();
  expect((await webhookEndpoints.list()).data).toMatchObject([{ id, status: "enabled" }]);
  await paidSession(shop);
  await eventually(() =>
    expect(shop.simulator.webhookDeliveries()).toMatchObject([
      { type: "checkout.session.completed" },
    ]),
  );
});

test("deliveries to an endpoint carry the signature that its own secret makes", async () => {
  const receiver = await openReceiver();
  const shop = await openShop();
  const { url } = receiver;
  const { secret } = await shop.stripe.webhookEndpoints.create({ url, enabled_events: ["*"] });
  receiver.secret = secret ?? "";
  await paidSession(shop);
  await eventually(() => expect(receiver.types()).toContain("checkout.session.completed"));
});

test("a deleted endpoint gets nothing more", async () => {
  const webhook = await openReceiver();
  const { simulator, stripe } = await openShop();
  const { url } = webhook;
  const { id } = await stripe.webhookEndpoints.create({ url, enabled_events: ["*"] });
  expect(await stripe.webhookEndpoints.del(id)).toMatchObject({ id, deleted: true });
  const session = await stripe.checkout.sessions.create(sessionParams());
  await stripe.checkout.sessions.expire(session.id);
  const [event] = (await stripe.events.list()).data;
  expect(event).toMatchObject({ type: "checkout.session.expired", pending_webhooks: 0 });
  expect(simulator.webhookDeliveries()).toEqual([]);
});

test("an endpoint without events, or without a URL, is refused", async () => {
  const { stripe } = await openShop();
  const create = (url: string, enabled_events: "*"[]) =>
    refusalOf(stripe.webhookEndpoints.create({ url, enabled_events }));
  expect(await create("http://shop.test", [])).toMatchObject({ param: "enabled_events" });
  expect(await create("nowhere", ["*"])).toMatchObject({ param: "url", code: "url_invalid" });
});
