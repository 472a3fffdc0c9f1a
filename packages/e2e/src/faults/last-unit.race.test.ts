import { refusalOf } from "@tuckshop/client/refusal-of";
import { makeVariant } from "@tuckshop/db/testing/factories";
import { expectInvariants } from "@tuckshop/db/testing/invariants";
import { race, times } from "@tuckshop/testing/race";
import { afterAll, beforeAll, expect, test } from "vitest";
import { isFullSize } from "../env.ts";
import { httpShopper } from "../http-shopper.ts";
import { buy, putInBag } from "../purchase.ts";
import { startStack, type TestStack } from "../stack.ts";

const rounds = isFullSize ? 200 : 50;
const buyerCount = 64;

let stack: TestStack;
beforeAll(async () => {
  stack = await startStack({ servers: 2 });
});
afterAll(() => stack.stop());

// Red when claimAll's UPDATE no longer asks `capacity - claimed >= want.quantity` and the check
// constraint counter_conserved is dropped: then several buyers are confirmed in a round. With the
// constraint left in place the guard's loss shows as 5xx.
test(
  `V01 S26 of ${buyerCount} buyers of the last unit, over two servers, exactly one is confirmed, in each of ${rounds} rounds`,
  { timeout: isFullSize ? 1_500_000 : 300_000 },
  async () => {
    const buyers = times(buyerCount, (at) => httpShopper(stack.servers[at % 2]?.url ?? stack.url));
    for (let round = 1; round <= rounds; round++) {
      const { variantId } = await makeVariant(stack.db, { sku: `LAST-${round}`, stock: 1 });
      await Promise.all(buyers.map((buyer) => putInBag(buyer.shop, variantId)));

      const { won, lost } = await race(buyers.map((buyer) => () => buy(buyer.shop, "cash")));

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
