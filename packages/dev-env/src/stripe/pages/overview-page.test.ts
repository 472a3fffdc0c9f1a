import { expect, test } from "vitest";
import { idOf } from "../resources/id-of.ts";
import { eventually, openReceiver, openShop, paidSession } from "../simulator-fixture.ts";

test("the overview of a new simulator is empty", async () => {
  const { simulator } = await openShop();
  const text = await (await fetch(simulator.url)).text();
  expect(text).toContain("<h2>Charges</h2>");
  expect(text).toContain("None yet.");
});

test("the overview lists sessions, charges, refunds and webhook deliveries", async () => {
  const webhook = await openReceiver();
  const shop = await openShop({ webhook });
  const session = await paidSession(shop, { client_reference_id: "order-7" });
  await shop.stripe.refunds.create({
    payment_intent: idOf(session.payment_intent),
    amount: 5000,
  });
  await eventually(async () => {
    const text = await (await fetch(shop.simulator.url)).text();
    for (const expected of ["order-7", "₹250.00", "₹50.00", "checkout.session.completed"]) {
      expect(text).toContain(expected);
    }
  });
});
