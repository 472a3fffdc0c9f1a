import { expect, test } from "vitest";
import { wantedRuns } from "./env.ts";
import { expectModel } from "./run-model.ts";

const runs = wantedRuns();

test(
  `whatever shoppers, staff, the provider and time do, the shop is what the model says: ${runs.runs} runs of ${runs.stepsMax} moves at most, seed ${runs.seed}`,
  { timeout: 60_000 + runs.runs * 10_000 },
  async () => {
    const seen = await expectModel(runs);
    if (runs.runs > 100) console.table(Object.fromEntries([...seen].toSorted()));
    expect(seen.size).toBeGreaterThan(0);
  },
);
