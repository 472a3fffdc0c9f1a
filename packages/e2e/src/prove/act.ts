import { setTimeout as sleep } from "node:timers/promises";
import { faults } from "./faults/faults.ts";
import { holdAcknowledged } from "./oracle/acknowledged.ts";
import { figuresOf, growth, judgeAnswers } from "./oracle/answers.ts";
import { askDoctor } from "./oracle/ask-doctor.ts";
import { look } from "./oracle/look.ts";
import type { Act } from "./plan.ts";
import type { Progress } from "./progress.ts";
import { Tally } from "./record.ts";
import type { ActReport } from "./report.ts";
import type { World } from "./world.ts";

export type Struck = Record<string, number>;

/** One act with what was seen of it: the figures, and what does not hold right after it. */
export async function reportAct(
  world: World,
  name: string,
  progress: Progress,
  play: () => Promise<Struck>,
): Promise<ActReport> {
  const start = performance.now();
  const before = figuresOf(world);
  const stopWatching = progress.watch(() => `${name}: ${world.record.orders.size} bought`);
  const struck = await play().finally(stopWatching);
  const grown = growth(before, figuresOf(world));
  const seconds = (performance.now() - start) / 1_000;
  const findings = [
    ...(await look(() => askDoctor(world, "at work"))),
    ...(await look(() => holdAcknowledged(world, "at work"))),
    ...judgeAnswers(world, grown, name === "calm"),
  ];
  progress.line(`${name}: ${seconds.toFixed(0)} s, ${findings.length} findings`);
  const { purchases, requests, troubled } = grown;
  return { name, seconds, struck, purchases, requests, troubled, findings };
}

/** Lets an act's faults strike, all at once, for its time and until they have struck often enough. */
export async function playAct(world: World, act: Act): Promise<Struck> {
  const until = performance.now() + act.seconds * 1_000;
  const atMost = until + act.seconds * 1_000;
  const struck = new Map(act.faults.map((name) => [name, new Tally()]));
  const isEnough = () =>
    act.faults.every((name) => (struck.get(name)?.total() ?? 0) >= (act.least?.[name] ?? 0));
  const goesOn = () => {
    if (world.interrupted.aborted) return false;
    const now = performance.now();
    return now < until || (now < atMost && !isEnough());
  };
  const pause = async (ms: number) => {
    const over = performance.now() + ms;
    while (goesOn() && performance.now() < over) {
      await sleep(Math.min(50, Math.max(1, over - performance.now())));
    }
  };
  await Promise.all(
    act.faults.map((name) =>
      faults[name]({
        world,
        random: world.random.fork(`${act.name}/${name}`),
        struck: struck.get(name) ?? new Tally(),
        goesOn,
        pause,
      }),
    ),
  );
  await pause(Number.POSITIVE_INFINITY);
  return Object.assign({}, ...[...struck.values()].map((tally) => tally.toJSON()));
}
