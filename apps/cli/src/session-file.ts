import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import * as z from "zod/mini";

/** Where the shop is, and the session of a member of its staff. */
const Session = z.object({ url: z.string(), token: z.string() });
export type Session = z.infer<typeof Session>;

export type SessionFile = {
  read: () => Promise<Session | undefined>;
  keep: (session: Session) => Promise<void>;
  remove: () => Promise<void>;
};

/** The session is kept between commands in a file that only its owner can read. */
export function sessionFile(configHome: string): SessionFile {
  const file = path.join(configHome, "tuckshop", "session.json");
  return {
    async read() {
      const text = await readFile(file, "utf8").catch(() => undefined);
      return text === undefined ? undefined : parsed(text);
    },
    async keep(session) {
      await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
      // A new file each time: writing into an old one would keep whatever mode that has.
      const fresh = `${file}.${process.pid}`;
      await writeFile(fresh, `${JSON.stringify(session, null, 2)}\n`, { mode: 0o600, flag: "wx" });
      await rename(fresh, file);
    },
    remove: () => rm(file, { force: true }),
  };
}

/** A file that someone has spoilt is as good as none: the answer to both is to sign in. */
function parsed(text: string): Session | undefined {
  try {
    return Session.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
