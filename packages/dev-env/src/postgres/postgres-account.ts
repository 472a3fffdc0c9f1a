import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { dyingWithUs, hasSetpriv } from "../dying-with-us.ts";

const run = promisify(execFile);

export type Account = { uid: number; gid: number };

/** Postgres refuses to run as root: then it gets an account of its own, made when missing. */
export async function postgresAccount(): Promise<Account | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const known = await accountOf("postgres");
  if (known) return known;
  await run("groupadd", ["--system", "--force", "postgres"]);
  await run("useradd", ["--system", "--gid", "postgres", "--no-create-home", "postgres"]);
  const made = await accountOf("postgres");
  if (!made) throw new Error("Running as root, and an account “postgres” could not be made.");
  return made;
}

async function accountOf(name: string): Promise<Account | undefined> {
  try {
    const [uid, gid] = await Promise.all([run("id", ["-u", name]), run("id", ["-g", name])]);
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
  } catch {
    return undefined; // `id` fails for a name that does not exist
  }
}

/** The command as that account, ending when this process ends. */
export function asAccount(
  account: Account | undefined,
  command: readonly string[],
): [string, ...string[]] {
  if (!account) return dyingWithUs(command);
  if (!hasSetpriv) throw new Error("Running as root needs setpriv (package util-linux).");
  return dyingWithUs(command, [
    `--reuid=${account.uid}`,
    `--regid=${account.gid}`,
    "--clear-groups",
  ]);
}
