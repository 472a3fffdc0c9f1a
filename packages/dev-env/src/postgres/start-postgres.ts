import { spawn, type ChildProcess } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { chown, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { existsSync } from "node:fs";
import path from "node:path";
import { freePort } from "../free-port.ts";
import { binariesFor, isReachableByOthers } from "./binaries.ts";
import { initialiseCluster } from "./initialise-cluster.ts";
import { asAccount, postgresAccount, type Account } from "./postgres-account.ts";

export type PostgresOptions = {
  /** Holds the cluster, its password and its log. Made when missing. */
  directory: string;
  port?: number;
  /** Never waits for the disk: several times faster, and worthless after a power cut. For tests. */
  disposable?: boolean;
  maxConnections?: number;
};

export type Postgres = {
  /** Of the maintenance database, `postgres`; `databaseUrl` names another one. */
  url: string;
  databaseUrl: (database: string) => string;
  port: number;
  /**
   * Ends it in the middle of whatever it does, as `pg_ctl restart -m immediate` would, and starts it
   * anew: it recovers from its log. A disposable one loses commits that it has acknowledged.
   */
  crash: () => Promise<void>;
  stop: () => Promise<void>;
};

const superuser = "tuckshop";
const disposableSettings = ["fsync=off", "synchronous_commit=off", "full_page_writes=off"];

/**
 * Starts a real Postgres 17 from npm on loopback, on a new cluster or on the one that `directory`
 * already holds. Where `setpriv` exists, the server ends by itself when this process dies, however
 * it dies; elsewhere a server left behind is found by its postmaster.pid and named.
 */
export async function startPostgres(options: PostgresOptions): Promise<Postgres> {
  const cluster = path.join(options.directory, "cluster");
  const passwordFile = path.join(options.directory, "password");
  const account = await postgresAccount();
  await mkdir(options.directory, { recursive: true });
  if (account) {
    await chown(options.directory, account.uid, account.gid);
    if (!(await isReachableByOthers(path.dirname(options.directory)))) {
      throw new Error(
        `Running as root, Postgres uses another account, which cannot enter ${options.directory}.`,
      );
    }
  }
  const binaries = await binariesFor(account, options.directory);

  if (!existsSync(path.join(cluster, "PG_VERSION"))) {
    await rm(cluster, { recursive: true, force: true });
    await writeFile(passwordFile, randomBytes(18).toString("base64url"), { mode: 0o600 });
    if (account) await chown(passwordFile, account.uid, account.gid);
    await initialiseCluster({ binaries, cluster, passwordFile, superuser, account });
  }
  await awaitEarlierServer(cluster);

  const port = options.port ?? (await freePort());
  const settings = [
    "listen_addresses=127.0.0.1",
    "unix_socket_directories=",
    `max_connections=${options.maxConnections ?? 200}`,
    "shared_buffers=128MB",
    ...(options.disposable ? disposableSettings : []),
  ];
  const start = () =>
    launch(
      [binaries.postgres, "-D", cluster, "-p", String(port), ...settings.flatMap((s) => ["-c", s])],
      account,
    );
  let server = await start();
  const password = await readFile(passwordFile, "utf8");
  const databaseUrl = (database: string) =>
    `postgres://${superuser}:${password}@127.0.0.1:${port}/${database}`;
  return {
    url: databaseUrl("postgres"),
    databaseUrl,
    port,
    crash: async () => {
      await end(server, "SIGQUIT");
      await awaitEarlierServer(cluster);
      server = await start();
    },
    stop: () => end(server, "SIGINT"), // fast shutdown: open transactions are rolled back
  };
}

async function end(server: ChildProcess, signal: "SIGINT" | "SIGQUIT"): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const exited = once(server, "exit");
  server.kill(signal);
  await exited;
}

/** A server whose parent was killed needs a moment to shut down; one that stays belongs to somebody. */
async function awaitEarlierServer(cluster: string): Promise<void> {
  const pidFile = path.join(cluster, "postmaster.pid");
  const deadline = Date.now() + 10_000;
  while (existsSync(pidFile)) {
    const pid = Number((await readFile(pidFile, "utf8")).split("\n")[0]);
    if (!isRunning(pid)) {
      await rm(pidFile, { force: true });
      return;
    }
    if (Date.now() > deadline) {
      throw new Error(`Another Postgres (process ${pid}) is running on ${cluster}. Stop it first.`);
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

function launch(command: readonly string[], account: Account | undefined): Promise<ChildProcess> {
  const [file, ...args] = asAccount(account, command);
  // Its own process group: a Ctrl-C at the terminal is for us, and those who use it stop before it.
  const server = spawn(file, args, {
    stdio: ["ignore", "ignore", "pipe"],
    cwd: "/",
    detached: true,
  });
  return new Promise((resolve, reject) => {
    let log = "";
    const refuse = (why: string) => reject(new Error(`Postgres did not start: ${why}\n${log}`));
    server.once("error", (error) => refuse(error.message));
    server.once("exit", (code) => refuse(`exit code ${code}`));
    // The pipe is read for as long as the server lives; once it is ready, both calls do nothing.
    server.stderr?.setEncoding("utf8").on("data", (text: string) => {
      log = (log + text).slice(-4_000);
      if (log.includes("ready to accept connections")) resolve(server);
    });
  });
}
