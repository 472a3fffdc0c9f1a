import { existsSync } from "node:fs";
import { rm } from "node:fs/promises";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { startApp, type AppProcess } from "@tuckshop/stack/app-process";
import type { RunningShop } from "@tuckshop/stack/running-shop";
import type { CrashPoint } from "./crash-points.ts";
import { dyingAt } from "./dying-at.ts";
import { Tally } from "./record.ts";

type Ending = "kill" | "stop" | "crash point" | "by itself";

/** One place for a server or a worker: whatever becomes of the process in it, another follows. */
export type Slot = {
  name: string;
  app: "server" | "worker";
  /** What its next process is told besides. */
  env: Record<string, string>;
  process: AppProcess | undefined;
  /** What we are about to do to it. */
  expected: Ending | undefined;
  /** The points at which its next processes die, first to last. */
  toReach: CrashPoint[];
};

export type Fleet = {
  slots: readonly Slot[];
  /** Processes that ended, by how. */
  endings: Tally;
  kill: (slot: Slot) => Promise<void>;
  /** SIGTERM, and waits until the next one works. */
  restart: (slot: Slot) => Promise<void>;
  reached: Tally;
  stop: () => Promise<void>;
};

/** Takes over the processes of a shop that has started, and keeps every slot filled from now on. */
export function keepRunning(shop: RunningShop, directory: string): Fleet {
  const endings = new Tally();
  const reached = new Tally();
  const stop = new AbortController();
  const slots = [
    ...shop.servers.map((app, at) => slotFor("server", at, app, { PORT: new URL(app.url).port })),
    ...shop.workers.map((app, at) => slotFor("worker", at, app)),
  ];

  async function keep(slot: Slot): Promise<void> {
    let armed: Armed | undefined;
    for (;;) {
      await slot.process?.stopped;
      slot.process = undefined;
      const isReached = armed !== undefined && existsSync(armed.mark);
      if (armed && isReached) {
        reached.add(armed.point.name);
        slot.toReach = slot.toReach.filter((point) => point !== armed?.point);
      }
      endings.add(
        isReached ? "crash point" : (slot.expected ?? (stop.signal.aborted ? "stop" : "by itself")),
      );
      slot.expected = undefined;
      if (stop.signal.aborted) return;
      armed = await arm(slot, directory);
      slot.process = await fill(slot, { ...shop.appEnv, ...slot.env, ...armed?.env });
      if (stop.signal.aborted) await slot.process?.stop();
    }
  }
  const kept = slots.map(keep);
  const living = async (slot: Slot) => {
    while (!slot.process && !stop.signal.aborted) await sleep(20);
    return slot.process;
  };
  const end = async (slot: Slot, ending: "kill" | "stop") => {
    const app = await living(slot);
    slot.expected = ending;
    await app?.[ending]();
  };
  return {
    slots,
    endings,
    reached,
    kill: (slot) => end(slot, "kill"),
    restart: async (slot) => {
      await end(slot, "stop");
      await living(slot);
    },
    stop: async () => {
      stop.abort();
      await Promise.all(slots.map(async (slot) => await slot.process?.stop()));
      await Promise.all(kept);
    },
  };
}

const slotFor = (app: Slot["app"], at: number, process: AppProcess, env = {}): Slot => ({
  name: `${app} ${at + 1}`,
  app,
  env,
  process,
  expected: undefined,
  toReach: [],
});

type Armed = { point: CrashPoint; mark: string; env: Record<string, string> };

/** The variables that make the slot's next process die at its next point. */
async function arm({ name, toReach }: Slot, directory: string): Promise<Armed | undefined> {
  const [point] = toReach;
  if (!point) return undefined;
  const mark = path.join(directory, `reached ${name}`);
  await rm(mark, { force: true });
  return { point, mark, env: dyingAt(point, mark) };
}

/** Starts until it stands: the database may be away just then. An early crash point counts as well. */
async function fill(slot: Slot, env: Record<string, string>): Promise<AppProcess | undefined> {
  for (let attempt = 1; attempt <= 20; attempt++) {
    try {
      return await startApp(slot.app, env);
    } catch (error) {
      if (slot.toReach.length > 0) return undefined; // it may have died where it should
      if (attempt === 20) throw error;
      await sleep(250);
    }
  }
  return undefined;
}
