import { readFileSync } from "node:fs";

const watchEveryMs = 500;
const launcher = /(^|[/\s\0])(pnpm|npx|npm)(\.c?js)?([\s\0]|$)|^sh\0-c/;

/**
 * Calls `gone` when one of the processes that launched us (npx, pnpm, their shells) has died: a
 * SIGKILL of the command that a person typed ends the shop, though we would live on without it.
 */
export function watchLaunchers(gone: () => void): void {
  const watched = launchers(process.ppid);
  const timer = setInterval(() => {
    const orphaned = watched.some(({ pid, startedAt }) => statOf(pid)?.startedAt !== startedAt);
    if (!orphaned) return;
    clearInterval(timer);
    gone();
  }, watchEveryMs);
  timer.unref();
}

type Process = { pid: number; startedAt: string };

function launchers(pid: number): Process[] {
  const stat = statOf(pid);
  if (!stat || !launcher.test(commandOf(pid))) return [];
  return [{ pid, startedAt: stat.startedAt }, ...launchers(stat.parent)];
}

/** From /proc, where there is one; elsewhere nobody is watched. The start time tells a pid's second life. */
function statOf(pid: number): { parent: number; startedAt: string } | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" "); // the name before may hold spaces
    if (fields[0] === "Z") return undefined;
    return { parent: Number(fields[1]), startedAt: fields[19] ?? "" };
  } catch {
    return undefined;
  }
}

function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8");
  } catch {
    return "";
  }
}
