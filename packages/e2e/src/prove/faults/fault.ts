import type { Random } from "../random.ts";
import type { Tally } from "../record.ts";
import type { World } from "../world.ts";

export type Strikes = {
  world: World;
  random: Random;
  /** How often each kind of it struck. */
  struck: Tally;
  /** Whether it goes on. */
  goesOn: () => boolean;
  /** Waits, but not beyond the end. */
  pause: (ms: number) => Promise<void>;
};

/** Strikes again and again while it goes on; leaves nothing behind when it returns. */
export type Fault = (strikes: Strikes) => Promise<void>;

/** Strikes, waits so long, strikes again. */
export const every =
  (leastMs: number, mostMs: number, strike: (strikes: Strikes) => Promise<void>): Fault =>
  async (strikes) => {
    while (strikes.goesOn()) {
      await strike(strikes);
      await strikes.pause(strikes.random.between(leastMs, mostMs));
    }
  };
