import * as z from "zod/mini";

const Url = (protocols: RegExp) => z.url({ protocol: protocols });

/** The variables that server and worker share. `.env.example` explains each. */
export const TaskEnv = z.object({
  DATABASE_URL: Url(/^postgres(ql)?$/),
  DATABASE_CONNECTIONS_MAX: z._default(
    z.coerce.number().check(z.int(), z.minimum(1), z.maximum(200)),
    10,
  ),
  /** `off` behind a PgBouncer before 1.21 in transaction mode, which knows no prepared statements. */
  DATABASE_PREPARED: z._default(z.enum(["on", "off"]), "on"),
  PUBLIC_URL: z.pipe(
    Url(/^https?$/),
    z.transform((url: string) => url.replace(/\/+$/, "")),
  ),
  LINK_SECRET: z.string().check(z.minLength(32)),
  STRIPE_SECRET_KEY: z.string().check(z.regex(/^[sr]k_(test|live)_/)),
  STRIPE_API_URL: z.optional(Url(/^https?$/)),
  MAIL_FROM: z._default(z.string(), "The Corner Counter <shop@localhost>"),
  MAIL_DIRECTORY: z._default(z.string(), ".data/mail"),
  SMTP_URL: z.optional(Url(/^smtps?$/)),
  LOG_LEVEL: z._default(z.enum(["debug", "info", "warn", "error", "silent"]), "info"),
});
export type TaskEnv = z.infer<typeof TaskEnv>;

/** The environment by its schema, or an error that names each variable that is missing or wrong. */
export function parseEnv<T extends z.ZodMiniType>(
  schema: T,
  env: Record<string, string | undefined>,
): z.infer<T> {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ""));
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map(
    (issue) =>
      `  ${issue.path.join(".")}: ${given[issue.path.join(".")] === undefined ? "is missing" : "has a value that does not fit"}`,
  );
  throw new Error(`The environment is not right (see .env.example):\n${lines.join("\n")}`);
}
