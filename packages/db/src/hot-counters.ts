import { ShopError } from "@tuckshop/contracts/errors";
import { ClaimId, newId, type CheckoutId, type CounterId } from "@tuckshop/contracts/ids";
import { claimAll } from "./atomic/claim.ts";
import { ownGrants, returnGrants } from "./atomic/grant.ts";
import { shortage, type Want } from "./atomic/shortage.ts";
import type { Mover } from "./atomic/transition.ts";
import { createClient, type ClientOptions } from "./client.ts";
import { createGrantQueue, type GrantQueue } from "./grant-queue.ts";
import type { Db, Tx } from "./schema.ts";

/** One command's way to scarce things, and its way back from them. */
export type Claims = {
  /**
   * As `claimAll` does, all lines or none. Lines of hot counters are granted in a commit of their
   * own, together with those of other commands, and then made this checkout's. Call it before the
   * transaction has locked any counter: a command that holds one and waits for a grant might wait
   * for itself.
   */
  claimAll: (
    tx: Tx,
    checkoutId: CheckoutId,
    wants: readonly Want[],
    expiresAt: string,
    mover: Mover,
  ) => Promise<void>;
  /** After the command has failed: what was granted to it is for others again, at once. */
  giveBack: () => Promise<void>;
};

export type HotCounters = { forCommand: () => Claims; close: () => Promise<void> };

/** Apart from the connections of the commands: whoever waits for a grant holds one of those. */
const connectionsMax = 4;

/**
 * Scarce things under a rush (`pnpm bench:flash` has the figures). While a counter is cold, claiming
 * is one conditional update in the command's own transaction, and other buyers wait for that commit.
 * When several wait, they are granted together instead: the counter's row is then locked for one
 * statement and one commit, not for the rest of each command.
 */
export function createHotCounters(options: Omit<ClientOptions, "connectionsMax">): HotCounters {
  const { db, close } = createClient({ ...options, connectionsMax });
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
    claimAll: async (tx, checkoutId, wants, expiresAt, mover) => {
      const hot = wants.filter((want) => rush.enter(want.counterId));
      const cold = wants.filter((want) => !hot.includes(want));
      try {
        const ids = await Promise.all(hot.map((want) => grant(want, mover.actor)));
        const refused = hot.filter((_want, at) => ids[at] === undefined);
        if (refused.length > 0) throw await shortage(tx, refused, cold);
        if (!(await ownGrants(tx, checkoutId, ids.filter(isGranted), expiresAt))) {
          throw new ShopError({ code: "TOO_BUSY", retryAfterSeconds: 1 });
        }
        if (cold.length > 0) await claimAll(tx, checkoutId, cold, expiresAt, mover);
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

/** Commands of this process that must be claiming a counter at once for it to be hot. */
const hotFrom = 3;

type Rush = ReturnType<typeof countRush>;

function countRush() {
  const claiming = new Map<CounterId, number>();
  return {
    /** One more claims this counter; whether so many do that it is hot. */
    enter: (id: CounterId): boolean => {
      const count = (claiming.get(id) ?? 0) + 1;
      claiming.set(id, count);
      return count >= hotFrom;
    },
    leave: (id: CounterId): void => {
      const left = (claiming.get(id) ?? 1) - 1;
      if (left === 0) claiming.delete(id);
      else claiming.set(id, left);
    },
  };
}
