import { execFile } from "node:child_process";
import { promisify } from "node:util";
import type { Binaries } from "./binaries.ts";
import { asAccount, type Account } from "./postgres-account.ts";

const run = promisify(execFile);

/** Makes an empty cluster, UTF-8 and with the C collation, so that it sorts alike on every machine. */
export async function initialiseCluster(options: {
  binaries: Binaries;
  cluster: string;
  passwordFile: string;
  superuser: string;
  account: Account | undefined;
}): Promise<void> {
  const [file, ...args] = asAccount(options.account, [
    options.binaries.initdb,
    `--pgdata=${options.cluster}`,
    `--username=${options.superuser}`,
    `--pwfile=${options.passwordFile}`,
    "--auth=scram-sha-256",
    "--encoding=UTF8",
    "--locale=C.UTF-8",
    "--no-sync",
  ]);
  await run(file, args, { cwd: "/" });
}
