import { every, type Fault } from "./fault.ts";

/** SIGKILL of any server or worker. */
export const kill: Fault = every(1_000, 3_000, async ({ world, random, struck }) => {
  const slot = random.pick(world.shop.fleet.slots);
  await world.shop.fleet.kill(slot);
  struck.add(`SIGKILL ${slot.app}`);
});

/** SIGTERM, one process after the other, as a new version would come. */
export const rollingRestart: Fault = async ({ world, struck, goesOn }) => {
  while (goesOn()) {
    for (const slot of world.shop.fleet.slots) {
      await world.shop.fleet.restart(slot);
      struck.add(`SIGTERM ${slot.app}`);
    }
  }
};
