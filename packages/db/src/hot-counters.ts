import { ClaimId, newId, type CounterId } from "@tuckshop/contracts/ids";
import { returnGrants, type Hold } from "./atomic/grant.ts";
import { shortage, type Want } from "./atomic/shortage.ts";
import type { Mover } from "./atomic/transition.ts";
import { createClient, type ClientOptions } from "./client.ts";
import { createGrantQueue, type GrantQueue } from "./grant-queue.ts";
import type { Db } from "./schema.ts";

/** One command's way to scarce things, and its way back from them. */
export type Claims = {
  /**
   * Asks for the lines whose counters are hot: they are granted, together with those of other
   * commands, in a commit of its own. `claimRest` then makes the grants its checkout's and claims the
   * rest. All lines or none; OUT_OF_STOCK names each short one. Call it before the transaction has
   * locked any counter: a command that holds one and waits for a grant might wait for itself.
   */
  hold: (
    wants: readonly Want[],
    mover: Mover,
    claimRest: (hold: Hold) => Promise<void>,
  ) => Promise<void>;
  /** After the command has failed: what was granted to it is for others again, at once. */
  giveBack: () => Promise<void>;
};

export type HotCounters = { forCommand: () => Claims; close: () => Promise<void> };

/** Apart from the connections of the commands: whoever waits for a grant holds one of those. */
const connectionsMax = 4;

export type HotCountersOptions = Omit<ClientOptions, "connectionsMax" | "waitsForDisk">;

/**
 * Scarce things under a rush (`pnpm bench:flash` has the figures). While a counter is cold, claiming
 * is one conditional update in the command's own transaction, and other buyers wait for that commit.
 * When several wait, they are granted together instead: the counter's row is then locked for one
 * statement and one commit, not for the rest of each command.
 */
export function createHotCounters(options: HotCountersOptions): HotCounters {
  // The command that owns a grant commits after it, and waits for both; a grant without is worth nothing.
  const { db, close } = createClient({ ...options, connectionsMax, waitsForDisk: false });
  const queue = createGrantQueue(db);
  const rush = countRush();
  return { forCommand: () => claimsOf(db, queue, rush), close };
}

function claimsOf(db: Db, queue: GrantQueue, rush: Rush): Claims {
  const granted: ClaimId[] = [];

  /** Undefined when too little is left. */
  async function grant({ counterId, quantity }: Want, actor: string): Promise<ClaimId | undefined> {
    const id = newId(ClaimId);
    if (!(await queue.wait(counterId, { id, quantity, actor }))) return undefined;
    granted.push(id);
    return id;
  }

  return {
    hold: async (wants, { actor }, claimRest) => {
      const hot = wants.filter((want) => rush.enter(want.counterId));
      const rest = wants.filter((want) => !hot.includes(want));
      try {
        const grants = await Promise.all(hot.map((want) => grant(want, actor)));
        const refused = hot.filter((_want, at) => grants[at] === undefined);
        if (refused.length > 0) throw await shortage(db, refused, rest);
        await claimRest({ grants: grants.filter(isGranted), rest });
      } finally {
        for (const want of wants) rush.leave(want.counterId);
      }
    },
    giveBack: async () => {
      if (granted.length === 0) return;
      const mover = { actor: "grants", cause: "the command failed" };
      await db.transaction().execute((tx) => returnGrants(tx, granted, "release", mover));
    },
  };
}

const isGranted = (id: ClaimId | undefined): id is ClaimId => id !== undefined;

/** Commands of this process that must be claiming a counter at once for it to become hot, */
const hotFrom = 3;
/** and for how long after that it stays so. */
const hotMs = 1_000;

type Rush = ReturnType<typeof countRush>;

function countRush() {
  const counters = new Map<CounterId, { claiming: number; hotUntil: number }>();
  return {
    /** One more claims this counter; whether it is hot. */
    enter: (id: CounterId): boolean => {
      const counter = counters.get(id) ?? { claiming: 0, hotUntil: 0 };
      counters.set(id, counter);
      counter.claiming += 1;
      const now = performance.now();
      if (counter.claiming >= hotFrom) counter.hotUntil = now + hotMs;
      return now < counter.hotUntil;
    },
    leave: (id: CounterId): void => {
      const counter = counters.get(id);
      if (!counter) return;
      counter.claiming -= 1;
      if (counter.claiming === 0 && counter.hotUntil <= performance.now()) counters.delete(id);
    },
  };
}
