import { homedir } from "node:os";
import path from "node:path";
import * as z from "zod/mini";
import { UserError } from "./user-error.ts";

const CliEnv = z.object({
  TUCKSHOP_URL: z.optional(z.url({ protocol: /^https?$/ })),
  TUCKSHOP_TOKEN: z.optional(z.string().check(z.regex(/^[A-Za-z0-9_-]{1,200}$/))),
  TUCKSHOP_PASSWORD: z.optional(z.string()),
  XDG_CONFIG_HOME: z._default(z.string(), path.join(homedir(), ".config")),
});
export type CliEnv = z.infer<typeof CliEnv>;

/** Read once, at the start. A variable that is set to nothing counts as not set. */
export function readEnv(): CliEnv {
  const given = Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== ""));
  const parsed = CliEnv.safeParse(given);
  if (parsed.success) return parsed.data;
  const names = parsed.error.issues.map((issue) => issue.path.join("."));
  throw new UserError(
    `The environment is not right: ${names.join(", ")} has a value that does not fit.`,
  );
}
