import type { Checkout } from "@tuckshop/contracts/checkout";
import { makeVariant, type MadeVariant } from "@tuckshop/db/testing/factories";
import { expectInvariants } from "@tuckshop/db/testing/invariants";
import { expect, test } from "vitest";
import { pageOf } from "../testing/card-order.ts";
import { placing, startPickup } from "../testing/purchase.ts";
import { createTestShop, type Person, type TestShop } from "../testing/test-shop.ts";

type Articles = { kulfi: MadeVariant; sorbet: MadeVariant };
type Change = (shop: TestShop, shopper: Person, articles: Articles) => Promise<unknown>;

const put =
  (wanted: (articles: Articles) => [MadeVariant, number][]): Change =>
  async (_shop, shopper, articles) => {
    const { version: baseVersion } = await shopper.call().bag.get();
    const lines = wanted(articles).map(([{ variantId }, quantity]) => ({ variantId, quantity }));
    await shopper.call().bag.put({ baseVersion, lines });
  };

/** What the shopper changes, so that the quote is no longer of this bag. */
const ofBag: Record<string, Change> = {
  "another article joins": put(({ kulfi, sorbet }) => [
    [kulfi, 2],
    [sorbet, 1],
  ]),
  "more is wanted": put(({ kulfi }) => [[kulfi, 3]]),
  "less is wanted": put(({ kulfi }) => [[kulfi, 1]]),
  "the bag is emptied": put(() => []),
  "the same is put again": put(({ kulfi }) => [[kulfi, 2]]),
};

/** What the shop changes: the quote holds while its goods are held. */
const ofShop: Record<string, Change> = {
  "the price rises": ({ db }) => db.updateTable("variant").set({ price_minor: 9_900 }).execute(),
  "the fee for cash rises": ({ db }) =>
    db.updateTable("shop").set({ cash_fee_minor: 900 }).execute(),
  "the rest is written off": async (shop, _shopper, { kulfi: { sku } }) => {
    const manager = await shop.staff("manager");
    await manager.call().staff.stock.adjust({ sku, change: -7, reason: "spoiled" });
  },
};

const changes = { ...ofBag, ...ofShop };

/** The steps of a purchase by card, between any two of which something may change. */
const points = ["placed", "opened", "paid", "settled"] as const;
const cases = Object.keys(changes).flatMap((what) =>
  points.map((before) => [what, before] as const),
);

// Red when placeOrder does not compare the bag's version, when it prices the order anew, and when
// createCardPayment asks for another amount than the order's.
test.each(cases)(
  "V15 %s before it is %s: what is charged is what was shown, or nothing",
  async (what, before) => {
    const shop = await createTestShop();
    const articles = {
      kulfi: await makeVariant(shop.db, { sku: "KULFI", stock: 9 }),
      sorbet: await makeVariant(shop.db, { sku: "SORBET", stock: 9 }),
    };
    const shopper = shop.shopper();
    const checkout = await startPickup(shopper, [
      { variantId: articles.kulfi.variantId, quantity: 2 },
    ]);
    const change = async (point: (typeof points)[number]) => {
      if (point === before) await changes[what]?.(shop, shopper, articles);
    };
    const refusal = await buyInSteps(shop, shopper, checkout, change);

    const shown = placing(checkout, "card").expectedTotal.minor;
    const charged = shop.simulator.charges().map((charge) => charge.amount);
    expect(refusal !== undefined).toBe(before === "placed" && what in ofBag);
    if (refusal === undefined) {
      expect(charged).toEqual([shown]);
      const order = await shop.db.selectFrom("orders").selectAll().executeTakeFirstOrThrow();
      expect(order).toMatchObject({ state: "confirmed", total_minor: shown });
    } else {
      expect(refusal).toMatchObject({ cause: { refusal: { code: "QUOTE_CHANGED" } } });
      expect(charged).toEqual([]);
      await expectNewQuote(shopper, checkout);
    }
    await expectInvariants(shop.db);
  },
);

async function buyInSteps(
  shop: TestShop,
  shopper: Person,
  checkout: Checkout,
  change: (point: (typeof points)[number]) => Promise<void>,
): Promise<unknown> {
  await change("placed");
  const placed = await shopper
    .call()
    .checkout.place(placing(checkout, "card"))
    .catch((error: unknown) => ({ error }));
  if ("error" in placed) return placed.error;
  const { reference } = placed;
  await change("opened");
  const url = await pageOf(shopper, reference);
  await change("paid");
  await shop.pay(url);
  await change("settled");
  await shopper.call().payment.sync({ reference });
  return undefined;
}

/** A start after the change shows what is true now; the old quote is no longer to be had. */
async function expectNewQuote(shopper: Person, old: Checkout): Promise<void> {
  const { version: bagVersion, lines } = await shopper.call().bag.get();
  const start = shopper.call().checkout.start({ bagVersion, fulfilment: { method: "pickup" } });
  if (lines.length === 0) {
    await expect(start).rejects.toMatchObject({ cause: { refusal: { code: "BAG_EMPTY" } } });
    return;
  }
  const fresh = await start;
  expect(fresh.id).not.toBe(old.id);
  expect(fresh.quote.subtotal.minor).toBe(
    6_000 * lines.reduce((sum, line) => sum + line.quantity, 0),
  );
  await expect(shopper.call().checkout.place(placing(old, "card"))).rejects.toMatchObject({
    cause: { refusal: { code: "CHECKOUT_CLOSED", state: "cancelled" } },
  });
}
