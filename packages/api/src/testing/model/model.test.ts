import { orderMachine } from "@tuckshop/contracts/machines";
import { expect, test } from "vitest";
import { wantedRuns } from "./env.ts";
import { expectModel } from "./run-model.ts";

const runs = wantedRuns();

const orderMoves = Object.values(orderMachine.events).flatMap(({ from, to }) =>
  from.map((state) => `order ${state} → ${to}`),
);

// Red when a start gives the same checkout for a hold that lapsed, and when handing over collects no cash.
test(
  `whatever shoppers, staff, the provider and time do, the shop is what the model says: ${runs.runs} runs of ${runs.stepsMax} moves at most, seed ${runs.seed}`,
  { timeout: 60_000 + runs.runs * 10_000 },
  async () => {
    const seen = await expectModel(runs);
    if (runs.runs > 100) console.table(Object.fromEntries([...seen].toSorted()));
    // Fewer runs are somebody's who looks at one of them.
    if (runs.runs >= 60) expect(orderMoves.filter((move) => !seen.has(move))).toEqual([]);
  },
);
