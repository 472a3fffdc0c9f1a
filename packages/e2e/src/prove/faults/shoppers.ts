import type { Fault } from "./fault.ts";

/** Devices go away in the middle of one request in four, and ask again under the same key. */
export const clientGone: Fault = async (strikes) => {
  const { world, struck } = strikes;
  const before = world.record.requests.of("left");
  world.goneChance = 0.25;
  await strikes.pause(Number.POSITIVE_INFINITY);
  world.goneChance = 0;
  struck.add("client gone", world.record.requests.of("left") - before);
};
