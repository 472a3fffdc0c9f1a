import type { Runs } from "./run-model.ts";

/** What `pnpm prove:model` was asked for; a run of all tests takes a short form of it. */
export function wantedRuns(): Runs {
  const { MODEL_RUNS, MODEL_STEPS, MODEL_SEED, MODEL_PATH } = process.env;
  return {
    runs: Number(MODEL_RUNS ?? 60),
    stepsMax: Number(MODEL_STEPS ?? 40),
    seed: Number(MODEL_SEED ?? 20),
    path: MODEL_PATH,
  };
}
