import path from "node:path";
import { runProgram } from "../run-program.ts";

export type ProveInput = {
  full: boolean;
  seed: string | undefined;
  /** Names of acts; all of them when empty. */
  only: string[];
  json: string | undefined;
};

/** Runs a throw-away shop through every fault and judges it: a program of packages/e2e. */
export const prove = ({ full, seed, only, json }: ProveInput): Promise<number> =>
  runProgram("packages/e2e/src/prove/main.ts", [
    full ? "--full" : "--quick",
    ...(seed === undefined ? [] : ["--seed", seed]),
    ...only.flatMap((act) => ["--only", act]),
    ...(json === undefined ? [] : ["--json", path.resolve(json)]),
  ]);
