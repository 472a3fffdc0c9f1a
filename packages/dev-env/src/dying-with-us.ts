import { existsSync } from "node:fs";

const setpriv = "/usr/bin/setpriv";

/** Whether the kernel can be asked to end a child together with us. */
export const hasSetpriv = existsSync(setpriv);

/**
 * The command so that the kernel sends it SIGINT when this process dies, however it dies: not even a
 * SIGKILL leaves a server behind. Without setpriv (package util-linux) it is the command as it is.
 */
export function dyingWithUs(
  command: readonly string[],
  setprivFlags: readonly string[] = [],
): [string, ...string[]] {
  const [file = "", ...args] = command;
  if (!hasSetpriv) return [file, ...args];
  return [setpriv, ...setprivFlags, "--pdeathsig", "INT", "--", file, ...args];
}
