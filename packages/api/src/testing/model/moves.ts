import * as fc from "fast-check";

/** Everything that may happen to a shop, as data. Orders are counted back from the newest. */
export type Move =
  | { does: "put"; shopper: number; lines: Wanted[]; stale: boolean }
  | { does: "start"; shopper: number; method: Method; stale: boolean }
  | { does: "extend"; shopper: number }
  | { does: "place"; shopper: number; pay: "card" | "cash" }
  | { does: "repeat"; shopper: number }
  | { does: "open"; order: number }
  | { does: "sync"; order: number }
  | { does: "payCash"; order: number }
  | { does: "payCard"; order: number }
  | { does: "cancel"; order: number }
  | { does: "refund"; order: number; amountMinor: number | null }
  | { does: "takeBack"; order: number; refund: boolean }
  | { does: "payAtProvider"; order: number; declined: boolean }
  | { does: "webhook"; order: number; duplicate: boolean }
  | { does: "act"; order: number; action: Action; stale: boolean }
  | { does: "receive"; article: number; quantity: number }
  | { does: "adjust"; article: number; change: number }
  | { does: "lapseHold"; shopper: number }
  | { does: "lapseOrder"; order: number }
  | { does: "sweepCheckouts" }
  | { does: "sweepPayments" };

export type MoveOf<D extends Move["does"]> = Extract<Move, { does: D }>;
export type ShopperMove = Extract<Move, { shopper: number }>;
export type OrderMove = Extract<Move, { order: number }>;

export type Method = "pickup" | "delivery";
export type Wanted = { article: number; quantity: number };
export type Action = (typeof actions)[number];

export const shopperCount = 3;
export const articleCount = 3;
const actions = [
  "pack",
  "dispatch",
  "deliver",
  "fail_delivery",
  "make_ready",
  "collect",
  "cancel",
] as const;

type Way = readonly [Method, leaves: Action, ends: Action];
type Buyer = { shopper: number; lines: Wanted[]; way: Way; pay: "card" | "cash" };

const shopper = fc.nat({ max: shopperCount - 1 });
const article = fc.nat({ max: articleCount - 1 });
const order = fc.constantFrom(0, 0, 0, 0, 1, 1, 2, 3);
const quantity = fc.constantFrom(1, 1, 1, 2, 2, 3, 4);
const method = fc.constantFrom<Method>("pickup", "pickup", "delivery");
const way = fc.constantFrom<Way>(
  ["pickup", "make_ready", "collect"],
  ["pickup", "make_ready", "collect"],
  ["pickup", "cancel", "collect"],
  ["delivery", "dispatch", "deliver"],
  ["delivery", "dispatch", "fail_delivery"],
);
const pay = fc.constantFrom<"card" | "cash">("card", "card", "cash");
const action = fc.constantFrom(...actions);
const rarely = fc.nat({ max: 9 }).map((draw) => draw === 9);
const wanted = fc.uniqueArray(fc.record({ article, quantity }), {
  minLength: 1,
  maxLength: articleCount,
  selector: (line) => line.article,
});

type Parts<D extends Move["does"]> = {
  [K in Exclude<keyof MoveOf<D>, "does">]: fc.Arbitrary<MoveOf<D>[K]>;
};

/** One move, drawn so often. */
const move = <D extends Move["does"]>(weight: number, does: D, parts: Parts<D>) => ({
  weight,
  arbitrary: fc.record({ does: fc.constant(does), ...(parts as object) }) as fc.Arbitrary<Move>,
});

const onOrder = [
  move(5, "open", { order }),
  move(6, "payAtProvider", { order, declined: rarely }),
  move(2, "sync", { order }),
  move(3, "webhook", { order, duplicate: fc.boolean() }),
  move(1, "payCash", { order }),
  move(2, "payCard", { order }),
  move(1, "cancel", { order }),
  move(3, "refund", { order, amountMinor: fc.constantFrom(null, 500, 1_000, 3_000) }),
  move(2, "takeBack", { order, refund: fc.boolean() }),
  move(5, "act", { order, action, stale: rarely }),
  move(2, "lapseOrder", { order }),
  move(2, "sweepCheckouts", {}),
  move(2, "sweepPayments", {}),
];

const anyMove = fc.oneof(
  ...onOrder,
  move(1, "put", { shopper, lines: fc.constant([]), stale: rarely }),
  move(5, "put", { shopper, lines: wanted, stale: rarely }),
  move(5, "start", { shopper, method, stale: rarely }),
  move(4, "extend", { shopper }),
  move(5, "place", { shopper, pay }),
  move(4, "repeat", { shopper }),
  move(8, "lapseHold", { shopper }),
  move(4, "receive", { article, quantity }),
  move(2, "adjust", { article, change: fc.constantFrom(-3, -2, -1, 1, 2) }),
);

/** What happens after a step of a purchase, mostly to the same shopper; then the step may be made again. */
const disturbance = fc.record({
  what: anyMove,
  isTheirs: fc.constantFrom(true, true, false),
  again: fc.boolean(),
});

const act = (action: Action): Move => ({ does: "act", order: 0, action, stale: false });

/** A purchase from the bag until its goods come back. */
const stepsOf = ({ shopper, lines, way: [method, leaves, ends], pay }: Buyer): Move[] => {
  return [
    { does: "put", shopper, lines, stale: false },
    { does: "start", shopper, method, stale: false },
    { does: "place", shopper, pay },
    { does: "open", order: 0 },
    { does: "payAtProvider", order: 0, declined: false },
    { does: "sync", order: 0 },
    act("pack"),
    act(leaves),
    act(ends),
    { does: "takeBack", order: 0, refund: true },
  ];
};

/** A purchase as far as it goes, with something or nothing after each step, and what becomes of its order. */
const story: fc.Arbitrary<Move[]> = fc
  .record({
    buyer: fc.record({ shopper, lines: wanted, way, pay }),
    disturbances: fc.array(fc.option(disturbance), { minLength: 10, maxLength: 10 }),
    stepsMade: fc.constantFrom(3, 4, 5, 5, 5, 6, 9, 9, 10),
    after: fc.array(fc.oneof(...onOrder), { maxLength: 6 }),
  })
  .map(({ buyer, disturbances, stepsMade, after }) => {
    const made = stepsOf(buyer)
      .slice(0, stepsMade)
      .flatMap((step, at) => {
        const disturbed = disturbances[at];
        if (!disturbed) return [step];
        const { what, isTheirs, again } = disturbed;
        const other = isTheirs && "shopper" in what ? { ...what, shopper: buyer.shopper } : what;
        return [step, other, ...(again ? [step] : [])];
      });
    return [...made, ...after];
  });

/** A series of at most so many moves: purchases and single moves, in any order. */
export const anyMoves = (stepsMax: number): fc.Arbitrary<Move[]> =>
  fc
    .array(
      fc.oneof(
        story,
        anyMove.map((single) => [single]),
      ),
      { maxLength: stepsMax / 4, size: "max" },
    )
    .map((parts) => parts.flat().slice(0, stepsMax));
