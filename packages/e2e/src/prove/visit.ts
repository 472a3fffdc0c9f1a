import type { Fulfilment } from "@tuckshop/contracts/checkout";
import type { Good, Goods } from "./proving-shop.ts";
import type { Random } from "./random.ts";

/** What one shopper means to do, decided before they come. */
export type Visit = {
  lines: readonly { good: Good; quantity: number }[];
  /** How long the bag is looked at before the checkout. */
  looksMs: number;
  fulfilment: Fulfilment;
  ending: keyof typeof endings;
  extendsHold: boolean;
  changesMind: boolean;
  asksAfterwards: boolean;
  tracks: boolean;
  cancels: boolean;
  email: string | undefined;
};

/** 30 % leave before they order; of the others, about one card in ten is declined at first. */
const endings = {
  "leaves the bag": 10,
  "leaves the checkout": 20,
  "pays cash": 26,
  "pays by card": 26,
  "declined, then pays": 3,
  "declined, then cash": 2,
  "declined, then leaves": 2,
  "cash instead of card": 5,
  "leaves the payment page": 3,
  "never opens the payment page": 2,
  "pays late": 1,
};

/**
 * The hot thing in half of the carts, a scarce one in half; lines in any order, so that carts are crossed.
 * Whoever wants a scarce one looks at the bag for a while: others have it in theirs meanwhile, and there
 * is not enough for all.
 */
export function planVisit(random: Random, goods: Goods): Visit {
  const wanted = new Set<Good>();
  if (random.chance(0.5)) wanted.add(goods.hot);
  for (let more = random.between(wanted.size ? 0 : 1, 2); more > 0; more--) {
    wanted.add(random.pick(goods.plenty));
  }
  const isFight = random.chance(0.5);
  if (isFight) wanted.add(random.pick(goods.scarce));
  return {
    lines: [...wanted]
      .map((good) => ({ good, quantity: random.between(1, 3), at: random.next() }))
      .toSorted((a, b) => a.at - b.at)
      .map(({ good, quantity }) => ({ good, quantity })),
    looksMs: isFight ? random.between(200, 1_500) : 0,
    fulfilment: random.chance(0.5)
      ? { method: "pickup" }
      : { method: "delivery", pincode: "560038" },
    ending: random.weigh(endings),
    extendsHold: random.chance(0.15),
    changesMind: random.chance(0.1),
    asksAfterwards: random.chance(0.5),
    tracks: random.chance(0.2),
    cancels: random.chance(0.12),
    email: random.chance(0.5) ? "meera@example.com" : undefined,
  };
}
