import { expect, test } from "vitest";
import { idOf } from "./resources/id-of.ts";
import { control, eventually, openReceiver, openShop, paidSession } from "./simulator-fixture.ts";

test("a session is created, paid, told to the shop by webhook, and refunded", async () => {
  const webhook = await openReceiver();
  const shop = await openShop({ webhook });
  const { stripe, simulator } = shop;

  const session = await paidSession(shop, { client_reference_id: "order-7" });
  expect(session).toMatchObject({
    status: "complete",
    payment_status: "paid",
    amount_total: 25_000,
  });
  await eventually(() => expect(webhook.types()).toContain("checkout.session.completed"));

  const refund = await stripe.refunds.create({ payment_intent: idOf(session.payment_intent) });
  expect(refund).toMatchObject({ amount: 25_000, currency: "inr", status: "succeeded" });
  await eventually(() => expect(webhook.types()).toContain("refund.updated"));

  const journal = await control(simulator, "GET", "/_control/journal");
  expect(await journal.json()).toMatchObject({
    requests: [
      { method: "POST", path: "/v1/checkout/sessions" },
      { method: "GET" },
      { path: "/v1/refunds" },
    ],
    charges: [{ amount: 25_000, refunded: true }],
    refunds: [{ amount: 25_000 }],
  });
});
