import { refusalOf } from "@tuckshop/client/refusal-of";
import type { VariantId } from "@tuckshop/contracts/ids";
import { makeVariant } from "@tuckshop/db/testing/factories";
import { expectInvariants } from "@tuckshop/db/testing/invariants";
import { race, times } from "@tuckshop/testing/race";
import { afterAll, beforeAll, expect, test } from "vitest";
import { httpShopper, type HttpShopper } from "../http-shopper.ts";
import { startStack, type TestStack } from "../stack.ts";

const rounds = 50;
const buyerCount = 64;

let stack: TestStack;
beforeAll(async () => {
  stack = await startStack({ servers: 2 });
});
afterAll(() => stack.stop());

const putInBag = async ({ shop }: HttpShopper, variantId: VariantId) => {
  const { version } = await shop.bag.get.query();
  await shop.bag.put.mutate({ baseVersion: version, lines: [{ variantId, quantity: 1 }] });
};

const buy = async ({ shop }: HttpShopper) => {
  const { version: bagVersion } = await shop.bag.get.query();
  const checkout = await shop.checkout.start.mutate({
    bagVersion,
    fulfilment: { method: "pickup" },
  });
  const cash = checkout.quote.payments.find((payment) => payment.method === "cash");
  if (!cash) throw new Error("The quote has no cash.");
  return shop.checkout.place.mutate({
    checkoutId: checkout.id,
    quoteHash: checkout.quote.hash,
    expectedTotal: cash.total,
    paymentMethod: "cash",
    contact: { name: "Meera Rao", phone: "98860 00000" },
  });
};

// Red when claimAll's UPDATE no longer asks `capacity - claimed >= want.quantity` and the check
// constraint counter_conserved is dropped: then several buyers are confirmed in a round. With the
// constraint left in place the guard's loss shows as 5xx.
test(
  `S26 of ${buyerCount} buyers of the last unit, over two servers, exactly one is confirmed, in each of ${rounds} rounds`,
  { timeout: 300_000 },
  async () => {
    const buyers = times(buyerCount, (at) => httpShopper(stack.servers[at % 2]?.url ?? stack.url));
    for (let round = 1; round <= rounds; round++) {
      const { variantId } = await makeVariant(stack.db, { sku: `LAST-${round}`, stock: 1 });
      await Promise.all(buyers.map((buyer) => putInBag(buyer, variantId)));

      const { won, lost } = await race(buyers.map((buyer) => () => buy(buyer)));

      expect(
        won.map((order) => order.state),
        `round ${round}`,
      ).toEqual(["confirmed"]);
      const codes = new Set(lost.map((reason) => refusalOf(reason)?.code));
      expect(codes, `round ${round}`).toEqual(new Set(["OUT_OF_STOCK"]));
    }
    const faults = buyers.flatMap((buyer) => buyer.statuses.filter((status) => status >= 500));
    expect(faults).toEqual([]);
    const orders = await stack.db.selectFrom("orders").select("id").execute();
    expect(orders).toHaveLength(rounds);
    await expectInvariants(stack.db);
  },
);
