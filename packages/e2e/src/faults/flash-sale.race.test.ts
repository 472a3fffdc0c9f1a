import { refusalOf } from "@tuckshop/client/refusal-of";
import { makeVariant, type MadeVariant } from "@tuckshop/db/testing/factories";
import { expectInvariants } from "@tuckshop/db/testing/invariants";
import { times } from "@tuckshop/testing/race";
import { waitUntil } from "@tuckshop/testing/wait-until";
import { afterAll, beforeAll, expect, test } from "vitest";
import { isFullSize } from "../env.ts";
import { httpShopper } from "../http-shopper.ts";
import { seededRandom } from "../prove/random.ts";
import { buy, putInBag } from "../purchase.ts";
import { startStack, type TestStack } from "../stack.ts";

const skus = 10;
const unitsOfEach = isFullSize ? 100 : 10;
const attempts = isFullSize ? 20_000 : 1_000;
const clients = 64;

let stack: TestStack;
beforeAll(async () => {
  stack = await startStack({ servers: 2 });
});
afterAll(() => stack.stop());

const declinedCard = "4000000000000002";

async function pay(url: string, card: string): Promise<void> {
  const session = /cs_\w+/.exec(url)?.[0];
  const body = JSON.stringify({ session, card });
  await fetch(`${stack.simulator.url}/_control/pay`, { method: "POST", body });
}

/** One attempt: 30 % leave with the goods held, 10 % are declined and give up, the others pay cash. */
async function attempt(at: number, goods: readonly MadeVariant[]): Promise<number[]> {
  const random = seededRandom(`flash sale ${at}`);
  const { shop, statuses } = httpShopper(stack.servers[at % 2]?.url ?? stack.url);
  const ending = random.weigh({ leave: 30, decline: 10, pay: 60 });
  try {
    await putInBag(shop, random.pick(goods).variantId);
    if (ending === "pay") await buy(shop, "cash");
    else if (ending === "leave") {
      const { version: bagVersion } = await shop.bag.get.query();
      await shop.checkout.start.mutate({ bagVersion, fulfilment: { method: "pickup" } });
    } else {
      const { reference } = await buy(shop, "card");
      const opened = await shop.payment.open.mutate({ reference });
      if (opened.kind === "redirect") await pay(opened.url, declinedCard);
    }
  } catch (error) {
    const code = refusalOf(error)?.code; // an empty bag: it was sold out when it was put
    if (code !== "OUT_OF_STOCK" && code !== "BAG_EMPTY") throw error;
  }
  return statuses;
}

async function rush(from: number, to: number, goods: readonly MadeVariant[]): Promise<number[]> {
  let next = from;
  const seen = await Promise.all(
    times(clients, async () => {
      const statuses: number[] = [];
      while (next < to) statuses.push(...(await attempt(next++, goods)));
      return statuses;
    }),
  );
  return seen.flat();
}

const isNothing = async (query: string): Promise<boolean> =>
  (await stack.pool.query(query)).rowCount === 0;

const soldOut = () => isNothing("select from audit.stock where sku like 'FLASH-%' and on_hand > 0");

const noneHeld = () => isNothing("select from claim where state = 'held'");

/** Lets the time of every hold be up, and waits until the sweep has given all of them back. */
async function endHolds(): Promise<void> {
  await stack.pool.query(`
    update checkout set expires_at = now() where state = 'open';
    update orders set expires_at = now() where state = 'pending_payment';
    update claim set expires_at = now() where state = 'held'`);
  await waitUntil(noneHeld, { seconds: 60, what: "the holds to end" });
}

// Red when expireCheckout gives nothing back: less is sold than there is.
test(
  `V02 ${skus * unitsOfEach} units, ${attempts} attempts over two servers: what is sold is what there was`,
  { timeout: isFullSize ? 3_600_000 : 300_000 },
  async () => {
    const goods: MadeVariant[] = [];
    for (let at = 1; at <= skus; at++) {
      goods.push(await makeVariant(stack.db, { sku: `FLASH-${at}`, stock: unitsOfEach }));
    }
    const statuses = await rush(0, attempts, goods);
    let from = attempts;
    // Those who left gave their goods back; others come for them.
    for (let wave = 0; wave < 20 && !(await soldOut()); wave++) {
      await endHolds();
      statuses.push(...(await rush(from, from + 200, goods)));
      from += 200;
    }
    await endHolds();

    const { rows } = await stack.pool.query<{ sold: number }>(
      `select sum(l.quantity)::int as sold from audit.order_lines l
       join audit.orders o on o.id = l.order_id where o.state = 'confirmed' group by l.sku`,
    );
    expect(rows.map(({ sold }) => sold)).toEqual(times(skus, () => unitsOfEach));
    expect(statuses.filter((status) => status >= 500)).toEqual([]);
    await expectInvariants(stack.db);
  },
);
