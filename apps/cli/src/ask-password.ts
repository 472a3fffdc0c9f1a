import { createInterface } from "node:readline";
import { Writable } from "node:stream";
import { UserError } from "./user-error.ts";

/** Asks at the terminal; what is typed is not shown. */
export async function askPassword(): Promise<string> {
  if (!process.stdin.isTTY) {
    throw new UserError("There is no terminal to ask for a password: set TUCKSHOP_PASSWORD.");
  }
  process.stderr.write("Password: ");
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: process.stdin, output: nowhere, terminal: true });
  try {
    return await new Promise<string>((resolve, reject) => {
      lines.once("line", resolve);
      lines.once("close", () => reject(new UserError("Not signed in.")));
    });
  } finally {
    lines.close();
    process.stderr.write("\n");
  }
}
