import type { CrashPoint } from "./crash-points.ts";
import { crashPoints } from "./crash-points.ts";
import type { FaultName } from "./faults/fault-name.ts";
import { seededRandom } from "./random.ts";

export type Mode = "quick" | "full";

/** A stretch of load under some faults; it ends when these have struck so often, too. */
export type Act = {
  name: string;
  faults: readonly FaultName[];
  seconds: number;
  least?: { [name in FaultName]?: number };
};

export type Plan = {
  mode: Mode;
  seed: string;
  shoppers: number;
  staff: number;
  acts: readonly Act[];
  /** Played in the act of this name, one after the other in each process. */
  crashPoints: readonly CrashPoint[];
  purchasesLeast: number;
};

const act = (name: FaultName, seconds: number, least?: number): Act => ({
  name,
  faults: [name],
  seconds,
  ...(least === undefined ? {} : { least: { [name]: least } }),
});

const stormFaults: readonly FaultName[] = [
  "kill",
  "postgres restart",
  "backend terminated",
  "provider and webhooks",
  "client gone",
];

const quickActs: readonly Act[] = [
  { name: "calm", faults: [], seconds: 8 },
  act("kill", 20, 10),
  act("rolling restart", 8, 4),
  act("postgres restart", 8, 1),
  act("backend terminated", 6),
  act("row locked", 7),
  act("idle in transaction", 4),
  act("provider", 20),
  act("provider down", 10),
  act("webhooks", 12),
  act("client gone", 6),
  act("redis", 8),
  { name: "storm", faults: stormFaults, seconds: 20, least: { kill: 6, "postgres restart": 2 } },
];

const fullActs: readonly Act[] = [
  { name: "calm", faults: [], seconds: 15 },
  act("kill", 60, 30),
  act("rolling restart", 30, 8),
  act("postgres restart", 40, 6),
  act("backend terminated", 30),
  act("row locked", 32),
  act("idle in transaction", 15),
  act("provider", 60),
  act("provider down", 40),
  act("webhooks", 40),
  act("client gone", 20),
  act("redis", 20),
  {
    name: "storm",
    faults: stormFaults,
    seconds: 540,
    least: { kill: 275, "postgres restart": 20 },
  },
];

const quickPoints = 12;

/**
 * What will be done to the shop, as a function of the seed alone: in all acts, or only in these acts
 * and at the crash points whose names begin so.
 */
export function planOf(mode: Mode, seed: string, only: readonly string[] = []): Plan {
  const random = seededRandom(`${seed}/points`);
  const shuffled = crashPoints
    .map((point) => ({ point, at: random.next() }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ point }) => point);
  const isQuick = mode === "quick";
  const isWanted = ({ name }: { name: string }) => only.length === 0 || only.includes(name);
  const isNamed = ({ name }: CrashPoint) => only.some((start) => name.startsWith(start));
  const allPoints = only.length === 0 || only.includes("crash points");
  const points = allPoints ? shuffled : shuffled.filter(isNamed);
  return {
    mode,
    seed,
    shoppers: isQuick ? 16 : 24,
    staff: 2,
    acts: (isQuick ? quickActs : fullActs).filter(isWanted),
    crashPoints: isQuick && allPoints ? points.slice(0, quickPoints) : points,
    purchasesLeast: only.length > 0 ? 1 : isQuick ? 300 : 5_000,
  };
}
