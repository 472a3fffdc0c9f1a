import { expectInvariants, expectSettled } from "@tuckshop/db/testing/invariants";
import * as fc from "fast-check";
import { expect } from "vitest";
import { createTestShop, type Person, type TestShop } from "../test-shop.ts";
import { answer, openModel } from "./model.ts";
import { anyMoves, type Move } from "./moves.ts";
import { keptMinor, observeModel } from "./observed.ts";
import { answerReal, observe } from "./real-moves.ts";
import { openReal, type RealShop } from "./real-shop.ts";

export type Runs = { seed: number; runs: number; stepsMax: number; path?: string | undefined };

/** How often each move had each answer: what was proved, and that nothing was left out. */
export type Seen = Map<string, number>;

/** When nothing more is to happen: every deadline passes, and every sweep has run. */
const ending: readonly Move[] = [
  ...[0, 1, 2].map((shopper): Move => ({ does: "lapseHold", shopper })),
  { does: "sweepCheckouts" },
  { does: "sweepPayments" },
];

/** So many runs share a shop: the doctor looks at all of it after each, so it must not grow for ever. */
const batchMax = 50;

/**
 * Plays random moves in a real shop and in the model, and fails with the shortest series that it
 * finds after which the two differ. The same seed plays the same moves, and the path of a failure
 * goes straight to it.
 */
export async function expectModel({ seed, runs, stepsMax, path }: Runs): Promise<Seen> {
  const seen: Seen = new Map();
  for (let done = 0; done < runs; done += batchMax) {
    const numRuns = Math.min(batchMax, runs - done);
    await expectBatch({ seed: seed + done, runs: numRuns, stepsMax, path }, seen);
  }
  return seen;
}

async function expectBatch({ seed, runs, stepsMax, path }: Runs, seen: Seen): Promise<void> {
  let opened: Promise<OpenShop> | undefined;
  await fc.assert(
    fc.asyncProperty(anyMoves(stepsMax), async (moves) => {
      opened ??= openShop();
      const shop = await opened;
      opened = undefined; // what a failure leaves behind, no other run may meet
      await play(shop, moves, seen);
      opened = Promise.resolve(shop);
    }),
    { seed, numRuns: runs, ...(path === undefined ? {} : { path }) },
  );
}

type OpenShop = { shop: TestShop; owner: Person };

async function openShop(): Promise<OpenShop> {
  const shop = await createTestShop({ connectionsMax: 2 });
  return { shop, owner: await shop.staff("owner") };
}

async function play({ shop, owner }: OpenShop, moves: readonly Move[], seen: Seen) {
  const model = openModel();
  const real = await openReal(shop, owner);
  const step = async (move: Move) => {
    const before = model.orders.map((order) => order.state);
    const expected = answer(model, move);
    note(seen, `${move.does}: ${expected.replace(/ [0-9].*/, "")}`);
    for (const [at, state] of before.entries()) {
      const after = model.orders[at]?.state;
      if (after !== state) note(seen, `order ${state} → ${after}`);
    }
    expect(await answerReal(real, move), JSON.stringify(move)).toBe(expected);
    expect(await observe(real), JSON.stringify(move)).toEqual(observeModel(model));
  };
  for (const move of moves) await step(move);
  const orders = model.orders.map((_, order): Move => ({ does: "lapseOrder", order }));
  for (const move of [...orders, ...ending]) await step(move);
  await shop.runJobs();
  await expectInvariants(shop.db);
  await expectSettled(shop.db);
  expect(await chargedMinor(real)).toBe(keptMinor(model));
}

const note = (seen: Seen, what: string) => seen.set(what, (seen.get(what) ?? 0) + 1);

/** What the provider has taken for the run's orders and not given back. */
async function chargedMinor({ shop, orders }: RealShop): Promise<number> {
  const ids = new Set<string>(orders.map((order) => order.id));
  return shop.simulator
    .charges()
    .filter((charge) => ids.has(charge.metadata["order_id"] ?? ""))
    .reduce((sum, charge) => sum + charge.amount - charge.amount_refunded, 0);
}
