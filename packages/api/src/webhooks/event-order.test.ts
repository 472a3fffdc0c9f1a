import { expectInvariants, expectSettled } from "@tuckshop/db/testing/invariants";
import { makeVariant } from "@tuckshop/db/testing/factories";
import type { OrderReference, VariantId } from "@tuckshop/contracts/ids";
import Stripe from "stripe";
import { expect, test } from "vitest";
import { pageOf } from "../testing/card-order.ts";
import { buy } from "../testing/purchase.ts";
import { createTestShop, type TestShop } from "../testing/test-shop.ts";
import { applyStripeEvent } from "./apply-stripe-event.ts";
import { receiveStripeEvent } from "./receive-stripe-event.ts";

const secret = "whsec_test_secret";
const declinedCard = "4000000000000002";

/** What the provider tells of a card that is declined once and then pays. */
const told = [
  "charge.failed",
  "payment_intent.payment_failed",
  "charge.succeeded",
  "payment_intent.succeeded",
  "checkout.session.completed",
];

/** Every order in which some of these may come, from one alone to all of them. */
function arrivals(types: readonly string[]): string[][] {
  const longer = types.flatMap((first) =>
    arrivals(types.filter((type) => type !== first)).map((rest) => [first, ...rest]),
  );
  return [[], ...longer];
}

/** A paid order of which nobody has told the shop yet, and what the provider has to tell, by type. */
async function untoldOrder(shop: TestShop, variantId: VariantId) {
  const shopper = shop.shopper();
  const { reference } = await buy(shopper, [{ variantId, quantity: 1 }], "card");
  const url = await pageOf(shopper, reference);
  await shop.pay(url, declinedCard);
  await shop.pay(url);
  return reference;
}

async function eventsOf(shop: TestShop, reference: OrderReference) {
  const { id } = await shop.db
    .selectFrom("payment")
    .innerJoin("orders", "orders.id", "order_id")
    .select("payment.id")
    .where("reference", "=", reference)
    .executeTakeFirstOrThrow();
  const { data } = await shop.stripe.events.list({ limit: 100 });
  const ours = data.filter(({ data: { object } }) => JSON.stringify(object).includes(id));
  return new Map(ours.map((event) => [event.type as string, event]));
}

async function deliver(shop: TestShop, event: Stripe.Event | undefined): Promise<void> {
  if (!event) throw new Error("The provider has no such event.");
  const body = JSON.stringify(event);
  const signature = Stripe.webhooks.generateTestHeaderString({ payload: body, secret });
  await receiveStripeEvent({ db: shop.db, secrets: [secret] }, body, signature);
  await applyStripeEvent(shop.services.tasks, { eventId: event.id });
}

async function endState({ db }: TestShop, reference: OrderReference) {
  const order = await db
    .selectFrom("orders")
    .selectAll()
    .where("reference", "=", reference)
    .executeTakeFirstOrThrow();
  const payments = await db
    .selectFrom("payment")
    .select(["state", "captured_minor"])
    .where("order_id", "=", order.id)
    .execute();
  const booked = await db
    .selectFrom("money_entry")
    .select(["debit", "credit", "amount_minor"])
    .where("order_id", "=", order.id)
    .orderBy("debit")
    .execute();
  return { state: order.state, version: order.version, payments, booked };
}

// Red when applyStripeEvent believes the event instead of asking, as in: payment_failed ends the payment.
test(
  "V09 the events of one payment, some or all of them, in every order and each twice, end in one state",
  { timeout: 120_000 },
  async () => {
    const shop = await createTestShop();
    const sequences = arrivals(told).filter((sequence) => sequence.length > 0);
    expect(sequences).toHaveLength(325);
    const { variantId } = await makeVariant(shop.db, { sku: "KULFI", stock: sequences.length });
    const confirmed = {
      state: "confirmed",
      version: 2,
      payments: [{ state: "captured", captured_minor: 6_000 }],
      booked: [
        { debit: "provider", credit: "receivable", amount_minor: 6_000 },
        { debit: "receivable", credit: "sales", amount_minor: 6_000 },
      ],
    };
    for (const sequence of sequences) {
      const reference = await untoldOrder(shop, variantId);
      const events = await eventsOf(shop, reference);
      const [first, ...rest] = sequence;
      // The first comes again at the end, each of the others at once.
      for (const type of [first, ...rest.flatMap((type) => [type, type]), first]) {
        await deliver(shop, events.get(type ?? ""));
      }
      expect(await endState(shop, reference), sequence.join(", ")).toEqual(confirmed);
    }
    expect(shop.simulator.charges()).toHaveLength(sequences.length);
    const unapplied = await shop.db
      .selectFrom("webhook_event")
      .select("id")
      .where("state", "<>", "applied")
      .execute();
    expect(unapplied).toEqual([]);
    await expectInvariants(shop.db);
    await expectSettled(shop.db);
  },
);
