import { runProgram } from "../run-program.ts";

export type DoctorInput = { json: boolean };

/**
 * Looks whether everything in the shop's database holds. It asks the database itself, not the API,
 * and SQL stays in packages/db: the doctor is a program there.
 */
export const doctor = ({ json }: DoctorInput): Promise<number> =>
  runProgram("packages/db/src/audit/doctor.ts", json ? ["--json"] : []);
