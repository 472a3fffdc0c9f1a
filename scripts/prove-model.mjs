import { spawn } from "node:child_process";
import { parseArgs } from "node:util";

/**
 * Plays many random series of moves against the model of the shop:
 * `pnpm prove:model --runs 2000 --seed 7`; a failure prints its seed and its path, which replay it.
 */
const { values } = parseArgs({
  options: {
    runs: { type: "string", default: "2000" },
    steps: { type: "string", default: "60" },
    seed: { type: "string", default: String(Date.now() % 1_000_000) },
    path: { type: "string" },
  },
});
const env = {
  ...process.env,
  MODEL_RUNS: values.runs,
  MODEL_STEPS: values.steps,
  MODEL_SEED: values.seed,
  ...(values.path ? { MODEL_PATH: values.path } : {}),
};
const test = "packages/api/src/testing/model/model.test.ts";
const vitest = spawn("npx", ["vitest", "run", test], { env, stdio: "inherit" });
vitest.on("exit", (code) => {
  process.exitCode = code ?? 1;
});
