import { readFileSync } from "node:fs";
import { backendPids } from "@tuckshop/db/testing/backend-pids";
import type { TestStack } from "../stack.ts";
import type { Load } from "./load.ts";

const tickMs = 10;

/** Where the processor's time went, in ms for one piece of work. */
export type Cpu = { serversMs: number; postgresMs: number; loadMs: number };

/** Runs a load and looks what it cost the servers, the database's backends and ourselves. */
export async function withCpu(
  stack: TestStack,
  work: () => Promise<Load>,
): Promise<Load & { cpu: Cpu }> {
  const servers = stack.servers.map((server) => server.pid);
  const backends = new Map((await backendPids(stack.db)).map((pid) => [pid, cpuMs(pid)]));
  const serversBefore = total(servers);
  const before = process.cpuUsage();
  const load = await work();
  const { user, system } = process.cpuUsage(before);
  const backendsNow = await backendPids(stack.db);
  const postgresMs = backendsNow.reduce((sum, p) => sum + cpuMs(p) - (backends.get(p) ?? 0), 0);
  return {
    ...load,
    cpu: {
      serversMs: (total(servers) - serversBefore) / load.count,
      postgresMs: postgresMs / load.count,
      loadMs: (user + system) / 1_000 / load.count,
    },
  };
}

export function cpuLine({ serversMs, postgresMs, loadMs }: Cpu): string {
  const figures = [serversMs, postgresMs, loadMs].map((ms) => ms.toFixed(2));
  return `${"".padEnd(4)}CPU ms each: servers ${figures[0]}, Postgres ${figures[1]}, load ${figures[2]}\n`;
}

const total = (pids: readonly number[]): number => pids.reduce((sum, pid) => sum + cpuMs(pid), 0);

/** From /proc: user and system time. Nothing where there is no /proc, or the process is gone. */
function cpuMs(pid: number): number {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" "); // the name before may hold spaces
    return (Number(fields[11]) + Number(fields[12])) * tickMs;
  } catch {
    return 0;
  }
}
