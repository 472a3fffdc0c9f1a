import { expect, test } from "vitest";
import { faults } from "./faults/faults.ts";
import type { Slot } from "./fleet.ts";
import { planOf } from "./plan.ts";
import type { Good, Goods } from "./proving-shop.ts";
import { seededRandom } from "./random.ts";
import { Tally } from "./record.ts";
import { planVisit } from "./visit.ts";
import type { World } from "./world.ts";

const good = (sku: string) => ({ sku, variantId: sku, counterId: sku }) as Good;
const goods: Goods = {
  hot: good("HOT"),
  scarce: [good("S1"), good("S2")],
  plenty: [good("P1"), good("P2"), good("P3")],
};

/** The first visits of a proof with this seed. */
const visitsOf = (seed: string) =>
  Array.from({ length: 50 }, (_, at) =>
    planVisit(seededRandom(seed).fork(`visit ${at + 1}`), goods),
  );

/** Which process an act's kills end, and after how many milliseconds, in half a minute. */
async function killsOf(seed: string, act: string): Promise<[string, number][]> {
  const blows: [string, number][] = [];
  let elapsed = 0;
  const kill = async ({ name }: Slot) => void blows.push([name, elapsed]);
  const slots = ["server 1", "server 2", "worker 1", "worker 2"].map((name) => ({ name }) as Slot);
  await faults.kill({
    world: { shop: { fleet: { slots, kill } } } as unknown as World,
    random: seededRandom(seed).fork(`${act}/kill`),
    struck: new Tally(),
    goesOn: () => elapsed < 30_000,
    pause: async (ms) => void (elapsed += ms),
  });
  return blows;
}

// Red when planOf, planVisit or the pauses of `every` draw from Math.random.
test("the same seed plans the same acts, crash points and visits, and strikes the same blows", async () => {
  for (const mode of ["quick", "full"] as const) {
    expect(planOf(mode, "7")).toEqual(planOf(mode, "7"));
    expect(planOf(mode, "7").crashPoints).not.toEqual(planOf(mode, "8").crashPoints);
  }
  expect(visitsOf("7")).toEqual(visitsOf("7"));
  expect(visitsOf("7")).not.toEqual(visitsOf("8"));
  const blows = await killsOf("7", "storm");
  expect(blows.length).toBeGreaterThan(9);
  expect(await killsOf("7", "storm")).toEqual(blows);
  expect(await killsOf("8", "storm")).not.toEqual(blows);
  expect(await killsOf("7", "kill")).not.toEqual(blows);
});

// Red when an act draws from the generator of the whole proof, and not from its own.
test("an act alone is the same as among the others", () => {
  const whole = planOf("full", "7");
  const alone = planOf("full", "7", ["storm"]);
  expect(alone.acts).toEqual(whole.acts.filter(({ name }) => name === "storm"));
  const random = seededRandom("7");
  const before = random.fork("storm/kill").next();
  random.next();
  expect(random.fork("storm/kill").next()).toBe(before);
});
