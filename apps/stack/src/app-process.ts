import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { inheritedEnv } from "./env.ts";

export type AppProcess = {
  name: string;
  pid: number;
  /** Ends it in order, and by force after ten seconds. */
  stop: () => Promise<void>;
  kill: () => Promise<void>;
  stopped: Promise<number | null>;
};

const stopSeconds = 12;

/**
 * Runs a built app until it says that it is ready. The channel between us tells it when we are gone;
 * its own process group keeps a Ctrl-C at the terminal from reaching it before we have our say.
 */
export async function startApp(
  app: "server" | "worker",
  env: Record<string, string>,
): Promise<AppProcess> {
  const main = fileURLToPath(new URL(`../../${app}/dist/main.js`, import.meta.url));
  const child = spawn(process.execPath, ["--enable-source-maps", main], {
    env: { ...inheritedEnv(), NODE_ENV: "production", ...env },
    stdio: ["ignore", "inherit", "inherit", "ipc"],
    detached: true,
  });
  const stopped = once(child, "exit").then(([code]) => code as number | null);
  await Promise.race([
    once(child, "message"),
    stopped.then((code) => Promise.reject(new Error(`The ${app} ended with code ${code}.`))),
  ]);
  return {
    name: app,
    pid: child.pid ?? 0,
    stopped,
    stop: () => end(child, stopped),
    kill: async () => {
      child.kill("SIGKILL");
      await stopped;
    },
  };
}

async function end(child: ChildProcess, stopped: Promise<unknown>): Promise<void> {
  child.kill("SIGTERM");
  const force = setTimeout(() => child.kill("SIGKILL"), stopSeconds * 1_000);
  await stopped;
  clearTimeout(force);
}
