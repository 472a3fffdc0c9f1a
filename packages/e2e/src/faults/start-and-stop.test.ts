import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { freePort } from "@tuckshop/dev-env/free-port";
import { times } from "@tuckshop/testing/race";
import { waitUntil } from "@tuckshop/testing/wait-until";
import { onTestFinished, expect, test } from "vitest";
import { shellEnv } from "../env.ts";

const repository = fileURLToPath(new URL("../../../../", import.meta.url));

type Started = { command: ChildProcess; output: () => string; env: Record<string, string> };

/** The command of the README, as a person types it, with ports and data of its own. */
async function start(given: Record<string, string> = {}): Promise<Started> {
  const ports = await Promise.all(times(5, freePort));
  const [shop, postgres, stripe, objects, redis] = ports.map(String);
  const env = {
    PORT: shop ?? "",
    POSTGRES_PORT: postgres ?? "",
    STRIPE_SIMULATOR_PORT: stripe ?? "",
    OBJECT_STORE_PORT: objects ?? "",
    REDIS_PORT: redis ?? "",
    ...given,
  };
  const command = spawn("npx", ["-y", "pnpm@12.20.0", "start"], {
    cwd: repository,
    env: { ...shellEnv(), ...env },
    detached: true, // a group of its own, as a terminal gives each command
    stdio: ["ignore", "pipe", "pipe"],
  });
  let text = "";
  for (const stream of [command.stdout, command.stderr]) {
    stream.setEncoding("utf8").on("data", (chunk: string) => (text += chunk));
  }
  return { command, output: () => text, env };
}

async function dataFolder(): Promise<string> {
  const directory = await mkdtemp(path.join(tmpdir(), "tuckshop-start-"));
  await chmod(directory, 0o711);
  onTestFinished(() => rm(directory, { recursive: true, force: true }));
  return directory;
}

/** Processes whose environment or command names this data folder: Postgres, server, worker, start. */
function processesOf(directory: string): string[] {
  return readdirSync("/proc")
    .filter((entry) => /^\d+$/.test(entry))
    .flatMap((pid) => {
      const read = (file: string) => {
        try {
          return readFileSync(`/proc/${pid}/${file}`, "utf8");
        } catch {
          return "";
        }
      };
      const command = read("cmdline").replaceAll("\0", " ");
      const isOurs = command.includes(directory) || read("environ").includes(directory);
      return isOurs && Number(pid) !== process.pid ? [`${pid} ${command}`] : [];
    });
}

const ready = (started: Started) =>
  waitUntil(
    () => {
      if (started.command.exitCode !== null) throw new Error(started.output());
      return started.output().includes("  Payments  "); // the last line of all
    },
    { seconds: 120, what: "the shop" },
  );

const passwordIn = (text: string) => /owner@tuckshop\.example {2}(\S+)/.exec(text)?.[1];

test(
  "Ctrl-C ends everything, the second start keeps the data, and reset forgets it",
  { timeout: 300_000 },
  async () => {
    const directory = await dataFolder();
    const first = await start({ TUCKSHOP_DATA: directory });
    await ready(first);
    expect(processesOf(directory).length).toBeGreaterThan(3);
    const page = await fetch(`http://localhost:${first.env["PORT"]}/`);
    expect(page.status).toBe(200);
    process.kill(-(first.command.pid ?? 0), "SIGINT");
    await once(first.command, "exit");
    await waitUntil(() => processesOf(directory).length === 0, { what: "everything to end" });

    const second = await start({ TUCKSHOP_DATA: directory });
    await ready(second);
    expect(passwordIn(second.output())).toBe(passwordIn(first.output()));
    expect(first.output().split("Ready in")[1]).not.toMatch(/error|warn|"level":/i);
    process.kill(-(second.command.pid ?? 0), "SIGINT");
    await once(second.command, "exit");
    await waitUntil(() => processesOf(directory).length === 0, { what: "everything to end" });

    const reset = spawn("npx", ["-y", "pnpm@12.20.0", "reset"], {
      cwd: repository,
      env: { ...shellEnv(), TUCKSHOP_DATA: directory },
      stdio: "ignore",
    });
    expect(await once(reset, "exit")).toEqual([0, null]);
    expect(existsSync(directory)).toBe(false);
  },
);

// Red without watchLaunchers: what npx started then lives on.
test("a SIGKILL of the command leaves no process behind", { timeout: 300_000 }, async () => {
  const directory = await dataFolder();
  const started = await start({ TUCKSHOP_DATA: directory });
  await ready(started);
  started.command.kill("SIGKILL");
  await expectEverythingEnds(directory);
});

// Red without setpriv's --pdeathsig (Postgres lives on), or when an app does not heed its channel.
test("a SIGKILL of start itself leaves no process behind", { timeout: 300_000 }, async () => {
  const directory = await dataFolder();
  const started = await start({ TUCKSHOP_DATA: directory });
  await ready(started);
  const own = processesOf(directory).find((line) => /^\d+ \S*node .*stack\/src\/start/.test(line));
  process.kill(Number.parseInt(own ?? "", 10), "SIGKILL");
  await expectEverythingEnds(directory);
});

const expectEverythingEnds = (directory: string) =>
  waitUntil(() => processesOf(directory).length === 0, {
    seconds: 30,
    what: "everything to end by itself",
  });

test("a port in use is named, with the variable that moves it", { timeout: 120_000 }, async () => {
  const squatter = createServer().listen(0, "127.0.0.1");
  await once(squatter, "listening");
  onTestFinished(() => void squatter.close());
  const address = squatter.address();
  const port = typeof address === "object" ? String(address?.port) : "";
  const started = await start({ TUCKSHOP_DATA: await dataFolder(), PORT: port });
  const [code] = await once(started.command, "exit");
  expect(code).not.toBe(0);
  expect(started.output()).toContain(
    `Port ${port} is in use by another program. Set PORT to a free one.`,
  );
});
