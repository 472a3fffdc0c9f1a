import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import path from "node:path";
import { dyingWithUs } from "../dying-with-us.ts";
import { freePort } from "../free-port.ts";

export type RedisServer = {
  url: string;
  port: number;
  pid: number;
  /** By SIGKILL: nothing is said to anybody. */
  kill: () => Promise<void>;
  stop: () => Promise<void>;
};

/**
 * Starts the machine's own `redis-server` on loopback, keeping nothing on disk; undefined where there
 * is none, for Redis only makes a shop faster and its limits shared.
 */
export async function startRedis(options: {
  port?: number;
  searchPath: string;
}): Promise<RedisServer | undefined> {
  const file = options.searchPath
    .split(path.delimiter)
    .map((folder) => path.join(folder, "redis-server"))
    .find((candidate) => existsSync(candidate));
  if (!file) return undefined;
  const port = options.port ?? (await freePort());
  const settings = [
    "--port",
    String(port),
    "--bind",
    "127.0.0.1",
    "--save",
    "",
    "--appendonly",
    "no",
  ];
  const [command, ...args] = dyingWithUs([file, ...settings]);
  const server = spawn(command, args, {
    stdio: ["ignore", "pipe", "ignore"],
    cwd: "/",
    detached: true, // a Ctrl-C at the terminal is for us
  });
  const stopped = once(server, "exit");
  await new Promise<void>((resolve, reject) => {
    void stopped.then(([code]) => reject(new Error(`redis-server ended with code ${code}.`)));
    // The pipe is read for as long as the server lives; once it is ready, this does nothing more.
    server.stdout.setEncoding("utf8").on("data", (text: string) => {
      if (text.includes("Ready to accept connections")) resolve();
    });
  });
  return {
    url: `redis://127.0.0.1:${port}`,
    port,
    pid: server.pid ?? 0,
    kill: async () => {
      server.kill("SIGKILL");
      await stopped;
    },
    stop: async () => {
      server.kill("SIGCONT"); // a stopped process hears nothing else
      server.kill("SIGTERM");
      await stopped;
    },
  };
}
