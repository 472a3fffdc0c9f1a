import { expect, test } from "vitest";
import { idOf } from "./id-of.ts";
import {
  DECLINED_CARD,
  openShop,
  paidSession,
  pay,
  refusalOf,
  sessionParams,
} from "../simulator-fixture.ts";

test("a payment makes a charge, which is found by its intent", async () => {
  const shop = await openShop();
  const { payment_intent } = await paidSession(shop);
  await paidSession(shop);
  const { data } = await shop.stripe.charges.list({ payment_intent: idOf(payment_intent) });
  expect(data).toMatchObject([
    { amount: 25_000, captured: true, paid: true, status: "succeeded", payment_intent },
  ]);
  const [charge] = data;
  expect(await shop.stripe.charges.retrieve(charge?.id ?? "")).toEqual(charge);
});

test("a charge names its card, but never by its full number", async () => {
  const shop = await openShop();
  await paidSession(shop);
  const { data } = await shop.stripe.charges.list();
  expect(data[0]?.payment_method_details?.card).toMatchObject({ brand: "visa", last4: "4242" });
  expect(JSON.stringify(data)).not.toContain("4242424242424242");
});

test("a declined attempt leaves a failed charge, which took no money", async () => {
  const { simulator, stripe } = await openShop();
  const { id } = await stripe.checkout.sessions.create(sessionParams());
  await pay(simulator, { session: id, card: DECLINED_CARD });
  expect((await stripe.charges.list()).data).toMatchObject([
    { paid: false, captured: false, status: "failed", failure_code: "card_declined" },
  ]);
  expect(simulator.charges()).toEqual([]);
});

test("a charge that does not exist is refused with 404", async () => {
  const { stripe } = await openShop();
  const refusal = await refusalOf(stripe.charges.retrieve("ch_none"));
  expect(refusal).toMatchObject({ statusCode: 404, message: "No such charge: 'ch_none'" });
});
