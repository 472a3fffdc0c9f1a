import type { CrashPoint } from "./crash-points.ts";

const preload = new URL("crash-preload.mjs", import.meta.url);

/** The variables with which an app dies by SIGKILL at this point, and leaves the file `mark`. */
export function dyingAt(point: CrashPoint, mark: string): Record<string, string> {
  const url = new URL(preload);
  url.search = String(new URLSearchParams({ point: JSON.stringify(point), mark }));
  return { NODE_OPTIONS: `--import=${url.href}` };
}
