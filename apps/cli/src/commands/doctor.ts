import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

export type DoctorInput = { json: boolean };

const repository = fileURLToPath(new URL("../../../../", import.meta.url));
const notLooked = 2;

/**
 * Looks whether everything in the shop's database holds. It asks the database itself, not the API,
 * and SQL stays in packages/db: the doctor is a program there, whose exit code is ours.
 */
export async function doctor({ json }: DoctorInput): Promise<number> {
  const child = spawn(
    process.execPath,
    [
      "--conditions=source",
      "--import",
      "tsx",
      "packages/db/src/audit/doctor.ts",
      ...(json ? ["--json"] : []),
    ],
    { cwd: repository, stdio: "inherit" },
  );
  const [code] = (await once(child, "exit")) as [number | null];
  return code ?? notLooked;
}
