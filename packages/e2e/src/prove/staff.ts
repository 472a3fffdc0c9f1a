import { setTimeout as sleep } from "node:timers/promises";
import type { ShopClient } from "@tuckshop/client/client";
import { refusalOf } from "@tuckshop/client/refusal-of";
import { openDevice, persist, Unanswered } from "./device.ts";
import type { Random } from "./random.ts";
import type { World } from "./world.ts";

type Member = { world: World; random: Random; shop: ShopClient };

const ordersBeforeSigningOut = 25;

/** A member of staff: signs in, works on orders and deliveries, signs in again after a while. */
export async function keepServing(world: World, name: string): Promise<void> {
  const random = world.random.fork(name);
  while (!world.closing) {
    try {
      const shop = await signIn(world, random);
      for (let done = 0; done < ordersBeforeSigningOut && !world.closing; done++) {
        await (random.chance(0.2) ? receive : serve)({ world, random, shop });
        await sleep(random.between(20, 150));
      }
    } catch (error) {
      if (error instanceof Unanswered) continue;
      // Two of them and the shoppers act on the same orders: who comes second is refused.
      if (refusalOf(error)) continue;
      world.record.faults.push(error instanceof Error ? error.message : String(error));
      await sleep(500);
    }
  }
}

async function signIn(world: World, random: Random): Promise<ShopClient> {
  const device = { serverUrls: world.shop.serverUrls, record: world.record, random };
  const goneChance = () => world.goneChance;
  const { token } = await persist({ ...device, what: "signIn" }, () =>
    openDevice({ ...device, goneChance }).staff.session.signIn.mutate({
      ...world.shop.owner,
      transport: "token",
    }),
  );
  if (!token) throw new Error("Signed in without a token.");
  return openDevice({ ...device, goneChance, token });
}

/** Mostly of what there is plenty; now and then a few of what all wait for. */
async function receive({ world, random, shop }: Member): Promise<void> {
  const { scarce, plenty } = world.shop.goods;
  const { sku } = random.pick(random.chance(0.3) ? scarce : plenty);
  const quantity = random.between(1, 3);
  await persist({ random, record: world.record, what: "receive" }, async (stamp, key) => {
    await shop.staff.stock.receive.mutate({ sku, quantity, reason: "van" }, stamp);
    world.record.receipts.push({ sku, quantity, key });
  });
}

async function serve({ world, random, shop }: Member): Promise<void> {
  const { record } = world;
  const open = ["confirmed", "packed", "out_for_delivery", "ready_for_pickup"] as const;
  const { items } = await persist({ random, record, what: "list" }, () =>
    shop.staff.orders.list.query({ states: [random.pick(open)], limit: 20 }),
  );
  if (items.length === 0) return;
  const { id: orderId } = random.pick(items);
  const order = await persist({ random, record, what: "get" }, () =>
    shop.staff.orders.get.query({ orderId }),
  );
  const allowed = order.actions.filter(({ enabled, danger }) => enabled && !danger);
  const cancels = random.chance(0.05);
  const action = cancels ? "cancel" : allowed.length > 0 ? random.pick(allowed).action : undefined;
  if (!action) return;
  await persist({ random, record, what: action }, (stamp) =>
    shop.staff.orders.act.mutate(
      { orderId, action, baseVersion: order.version, reason: "prove" },
      stamp,
    ),
  );
  if (action === "cancel") record.learn(order.reference, { cancelled: true });
}
