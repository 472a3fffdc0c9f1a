import { setTimeout as sleep } from "node:timers/promises";
import type { ShopClient } from "@tuckshop/client/client";
import { refusalOf } from "@tuckshop/client/refusal-of";
import type { Checkout, PaymentMethod } from "@tuckshop/contracts/checkout";
import type { OrderReference } from "@tuckshop/contracts/ids";
import { openDevice, persist, Unanswered } from "./device.ts";
import type { Random } from "./random.ts";
import { payPage } from "./payment-page.ts";
import { planVisit, type Visit } from "./visit.ts";
import type { World } from "./world.ts";

type Shopper = { world: World; random: Random; shop: ShopClient; visit: Visit };

const goodCard = "4242424242424242";
const badCard = "4000000000000002";

/** Visits one after the other, until the shop closes. `nextVisit` numbers them for all shoppers. */
export async function keepShopping(world: World, nextVisit: () => number): Promise<void> {
  const { record } = world;
  while (!world.closing) {
    const random = world.random.fork(`visit ${nextVisit()}`);
    const visit = planVisit(random, world.shop.goods);
    const shop = openDevice({
      serverUrls: world.shop.serverUrls,
      record,
      random,
      goneChance: () => world.goneChance,
    });
    record.visits.add(await outcomeOf({ world, random, shop, visit }));
  }
}

async function outcomeOf(shopper: Shopper): Promise<string> {
  try {
    return await goShopping(shopper);
  } catch (error) {
    const refusal = refusalOf(error);
    if (refusal) return `refused: ${refusal.code}`;
    if (error instanceof Unanswered) return "unanswered";
    shopper.world.record.faults.push(error instanceof Error ? error.message : String(error));
    return "fault";
  }
}

async function goShopping(shopper: Shopper): Promise<string> {
  const { shop, visit } = shopper;
  const firstVersion = await fillBag(shopper, 0);
  if (visit.ending === "leaves the bag") return visit.ending;
  await sleep(visit.looksMs);
  let { checkout, bagVersion } = await start(shopper, firstVersion);
  if (visit.changesMind) {
    ({ checkout, bagVersion } = await start(shopper, await fillBag(shopper, bagVersion)));
  }
  if (visit.extendsHold) {
    await persist(asking(shopper, "extendHold"), (stamp) =>
      shop.checkout.extendHold.mutate({ checkoutId: checkout.id }, stamp),
    );
  }
  if (visit.ending === "leaves the checkout") return visit.ending;
  const method = visit.ending === "pays cash" ? "cash" : "card";
  const reference = await place(shopper, checkout, method);
  const paid = method === "cash" ? "pays cash" : await payByCard(shopper, reference);
  if (visit.tracks) await shop.order.track.query({ reference }).catch(unlessRefused);
  if (visit.cancels) return await cancel(shopper, reference);
  return paid;
}

const asking = ({ random, world: { record } }: Shopper, what: string, seconds?: number) => ({
  random,
  record,
  what,
  ...(seconds === undefined ? {} : { seconds }),
});

async function fillBag(shopper: Shopper, baseVersion: number): Promise<number> {
  const { shop, visit } = shopper;
  const lines = visit.lines.map(({ good, quantity }) => ({ variantId: good.variantId, quantity }));
  const { version } = await persist(asking(shopper, "put"), (stamp) =>
    shop.bag.put.mutate({ baseVersion, lines }, stamp),
  );
  return version;
}

type Started = { checkout: Checkout; bagVersion: number };

/** When somebody was quicker, the bag takes what is left, and is started once more. */
async function start(shopper: Shopper, bagVersion: number): Promise<Started> {
  try {
    return { checkout: await hold(shopper, bagVersion), bagVersion };
  } catch (error) {
    if (refusalOf(error)?.code !== "OUT_OF_STOCK") throw error;
    const leftVersion = await fillBag(shopper, bagVersion);
    return { checkout: await hold(shopper, leftVersion), bagVersion: leftVersion };
  }
}

const hold = (shopper: Shopper, bagVersion: number): Promise<Checkout> =>
  persist(asking(shopper, "start"), (stamp) =>
    shopper.shop.checkout.start.mutate({ bagVersion, fulfilment: shopper.visit.fulfilment }, stamp),
  );

async function place(
  shopper: Shopper,
  { id: checkoutId, quote }: Checkout,
  paymentMethod: PaymentMethod,
): Promise<OrderReference> {
  const { shop, visit, world } = shopper;
  const payable = quote.payments.find((payment) => payment.method === paymentMethod);
  if (!payable) throw new Error(`The quote has no ${paymentMethod}.`);
  const contact = { name: "Meera Rao", phone: "98860 00000" };
  const order = {
    checkoutId,
    quoteHash: quote.hash,
    expectedTotal: payable.total,
    paymentMethod,
    contact: visit.email ? { ...contact, email: visit.email } : contact,
    ...(visit.fulfilment.method === "delivery" ? { address: { line1: "12th Main" } } : {}),
  };
  const { reference, total } = await persist(asking(shopper, "place"), (stamp) =>
    shop.checkout.place.mutate(order, stamp),
  );
  world.record.placed(reference, { totalMinor: total.minor, method: paymentMethod });
  return reference;
}

async function payByCard(shopper: Shopper, reference: OrderReference): Promise<string> {
  const { shop, visit, world } = shopper;
  const { ending } = visit;
  if (ending === "never opens the payment page") return ending;
  const opened = await persist(asking(shopper, "open", 60), () =>
    shop.payment.open.mutate({ reference }),
  );
  if (opened.kind !== "redirect") return `payment ${opened.kind}`;
  if (ending === "leaves the payment page") return ending;
  if (ending.startsWith("declined")) await payPage(world, opened.url, badCard);
  if (ending === "declined, then leaves") return ending;
  if (ending === "cash instead of card" || ending === "declined, then cash") {
    return await payCash(shopper, reference);
  }
  if (ending === "pays late") await untilHoldEnds(world);
  const paid = await payPage(world, opened.url, goodCard);
  if (!paid) return "the payment page was closed";
  world.record.learn(reference, { paid });
  if (visit.asksAfterwards) {
    await persist(asking(shopper, "sync"), () => shop.payment.sync.mutate({ reference }));
  }
  return ending;
}

/** A minute and a little; but nobody waits once the shop closes. */
async function untilHoldEnds(world: World): Promise<void> {
  const until = Date.now() + 64_000;
  while (!world.closing && Date.now() < until) await sleep(200);
}

async function payCash(shopper: Shopper, reference: OrderReference): Promise<string> {
  const { shop, visit, world } = shopper;
  world.record.learn(reference, { totalUnsure: true }); // cash costs a fee, once it is agreed
  try {
    const { total, paymentMethod } = await persist(asking(shopper, "payCash", 30), (stamp) =>
      shop.payment.payCash.mutate({ reference }, stamp),
    );
    const method = paymentMethod;
    world.record.learn(reference, { totalMinor: total.minor, method, totalUnsure: false });
  } catch (error) {
    if (refusalOf(error)) world.record.learn(reference, { totalUnsure: false });
    throw error;
  }
  return visit.ending;
}

async function cancel(shopper: Shopper, reference: OrderReference): Promise<string> {
  const { shop, world } = shopper;
  try {
    await persist(asking(shopper, "cancel"), (stamp) =>
      shop.order.cancel.mutate({ reference }, stamp),
    );
    world.record.learn(reference, { cancelled: true });
    return "cancels";
  } catch (error) {
    if (error instanceof Unanswered) world.record.learn(reference, { cancelled: "unsure" });
    throw error;
  }
}

/** A look may fail for want of an answer; it changes nothing. */
function unlessRefused(error: unknown): void {
  if (refusalOf(error)?.code === "NOT_FOUND") throw error;
}
