import { setTimeout as sleep } from "node:timers/promises";
import type { Slot } from "./fleet.ts";
import { setProviderFaults } from "./payment-page.ts";
import type { World } from "./world.ts";

const patienceSeconds = { quick: 100, full: 400 };
const pointPatienceMs = 25_000; // a sweep comes every 20 s

/**
 * Every process dies at one named point after another, until all were reached: each next process is
 * told the next point. Some webhooks are lost meanwhile, so that the sweep has something to find.
 * Returns how often each point was reached; one that was not is 0.
 */
export async function playCrashPoints(world: World): Promise<Record<string, number>> {
  const { fleet } = world.shop;
  const { crashPoints, mode } = world.plan;
  await setProviderFaults(world, [{ kind: "webhook_withhold", probability: 0.3, seed: 7 }]);
  for (const app of ["server", "worker"] as const) {
    const slots = fleet.slots.filter((slot) => slot.app === app);
    for (const [at, point] of crashPoints.filter((point) => point.app === app).entries()) {
      // The provider sends its webhooks to the first server.
      const slot = point.op.startsWith("webhooks/") ? slots[0] : slots[at % slots.length];
      slot?.toReach.push(point);
    }
  }
  await Promise.all(fleet.slots.filter(({ toReach }) => toReach.length > 0).map(fleet.restart));
  const deadline = Date.now() + patienceSeconds[mode] * 1_000;
  const goesOn = () => Date.now() < deadline && !world.interrupted.aborted;
  await Promise.all(fleet.slots.map((slot) => playSlot(world, slot, goesOn)));
  for (const slot of fleet.slots) {
    if (slot.toReach.splice(0).length > 0) await fleet.restart(slot); // it still waits for its point
  }
  await setProviderFaults(world, []);
  return Object.fromEntries(crashPoints.map(({ name }) => [name, fleet.reached.of(name)]));
}

/** A point that is not reached in a while goes behind the others. */
async function playSlot({ shop }: World, slot: Slot, goesOn: () => boolean): Promise<void> {
  let since = Date.now();
  let [waitedFor] = slot.toReach;
  while (slot.toReach.length > 0 && goesOn()) {
    await sleep(50);
    const [next] = slot.toReach;
    if (next !== waitedFor) since = Date.now();
    waitedFor = next;
    if (next === undefined || Date.now() - since < pointPatienceMs) continue;
    slot.toReach.push(...slot.toReach.splice(0, 1));
    await shop.fleet.restart(slot);
    since = Date.now();
  }
}
