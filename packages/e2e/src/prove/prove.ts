import { once } from "node:events";
import { playAct, reportAct, type Struck } from "./act.ts";
import { playCrashPoints } from "./crash-act.ts";
import { holdAcknowledged } from "./oracle/acknowledged.ts";
import { figuresOf, growth, judgeAnswers } from "./oracle/answers.ts";
import { askDoctor } from "./oracle/ask-doctor.ts";
import { compareCharges } from "./oracle/charges.ts";
import { findingOf, type Finding } from "./oracle/finding.ts";
import { look } from "./oracle/look.ts";
import { judgePages } from "./oracle/pages.ts";
import { settle } from "./oracle/settle.ts";
import { compareSupply } from "./oracle/supply.ts";
import { compareWebhooks } from "./oracle/webhooks.ts";
import type { Plan } from "./plan.ts";
import type { Progress } from "./progress.ts";
import { openProvingShop } from "./proving-shop.ts";
import { seededRandom } from "./random.ts";
import { ShopRecord } from "./record.ts";
import type { ActReport, ProofReport } from "./report.ts";
import { keepShopping } from "./shopper.ts";
import { keepServing } from "./staff.ts";
import type { World } from "./world.ts";

/** Runs a shop through a plan and judges it. When interrupted it throws, and leaves nothing behind. */
export async function prove(
  plan: Plan,
  progress: Progress,
  interrupted: AbortSignal,
): Promise<ProofReport> {
  const startedAt = performance.now();
  const shop = await openProvingShop();
  const random = seededRandom(plan.seed);
  const record = new ShopRecord();
  const world: World = { plan, shop, random, record, interrupted, goneChance: 0, closing: false };
  try {
    interrupted.throwIfAborted();
    const people = populate(world);
    const acts: ActReport[] = [];
    for (const act of plan.acts) {
      acts.push(await reportAct(world, act.name, progress, () => playAct(world, act)));
      interrupted.throwIfAborted();
    }
    const crashes = await reportAct(world, "crash points", progress, () => playCrashPoints(world));
    interrupted.throwIfAborted();
    acts.push({ ...crashes, findings: [...crashes.findings, ...unreached(crashes.struck)] });
    const settled = await closeAndSettle(world, people, progress);
    interrupted.throwIfAborted();
    acts.push(await judge(world, settled.findings));
    return {
      mode: plan.mode,
      seed: plan.seed,
      seconds: (performance.now() - startedAt) / 1_000,
      acts,
      crashPoints: crashes.struck,
      visits: record.visits.toJSON(),
      requests: record.requests.toJSON(),
      endings: shop.fleet.endings.toJSON(),
      purchases: record.orders.size,
      charges: shop.simulator.charges().length,
      receipts: record.receipts.length,
      convergedSeconds: settled.convergedSeconds,
      restSeconds: settled.restSeconds,
    };
  } finally {
    world.closing = true;
    progress.end();
    await shop.stop();
  }
}

/** The faults are over: nobody begins anything new, and the shop has a minute to put all in order. */
async function closeAndSettle(world: World, people: Promise<void>, progress: Progress) {
  const faultsEndedAt = performance.now();
  world.closing = true;
  const stopWatching = progress.watch(() => "settling");
  await Promise.race([people, whenAborted(world.interrupted)]);
  return await settle(world, faultsEndedAt).finally(stopWatching);
}

const whenAborted = async (signal: AbortSignal) => {
  if (!signal.aborted) await once(signal, "abort");
};

async function populate(world: World): Promise<void> {
  let visits = 0;
  const { shoppers, staff } = world.plan;
  await Promise.all([
    ...Array.from({ length: shoppers }, () => keepShopping(world, () => ++visits)),
    ...Array.from({ length: staff }, (_, at) => keepServing(world, `staff ${at}`)),
  ]);
}

const unreached = (points: Struck): Finding[] =>
  findingOf(
    "process",
    "crash-point-reached",
    "Every named crash point is reached: one that is not proves nothing.",
    Object.keys(points).filter((name) => points[name] === 0),
  );

/** The last look, when everything has ended. */
async function judge(world: World, settling: Finding[]): Promise<ActReport> {
  const { record, plan } = world;
  const figures = figuresOf(world);
  const missing = plan.purchasesLeast - record.orders.size;
  return {
    name: "at rest",
    seconds: 0,
    struck: {},
    purchases: 0,
    requests: 0,
    troubled: 0,
    findings: [
      ...settling,
      ...(await look(() => askDoctor(world, "at rest"))),
      ...(await look(() => holdAcknowledged(world, "at rest"))),
      ...(await look(() => compareCharges(world))),
      ...judgePages(world),
      ...(await look(() => compareSupply(world))),
      ...(await look(() => compareWebhooks(world))),
      ...judgeAnswers(world, growth(figures, figuresOf(world)), false),
      ...findingOf(
        "answers",
        "enough-purchases",
        `A proof has ${plan.purchasesLeast} purchases at least.`,
        missing > 0 ? [{ missing }] : [],
      ),
    ],
  };
}
