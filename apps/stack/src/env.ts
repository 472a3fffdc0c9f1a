import { parseEnv } from "@tuckshop/api/task-env";
import * as z from "zod/mini";

const port = (standard: number) =>
  z._default(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(65_535)), standard);

const StackEnv = z.object({
  TUCKSHOP_DATA: z.optional(z.string()),
  PORT: port(4_000),
  POSTGRES_PORT: port(4_032),
  STRIPE_SIMULATOR_PORT: port(4_010),
  OBJECT_STORE_PORT: port(4_020),
  REDIS_PORT: port(4_063),
  LOG_LEVEL: z._default(z.enum(["debug", "info", "warn", "error", "silent"]), "warn"),
  // Each of these takes the place of the embedded part.
  DATABASE_URL: z.optional(z.string()),
  REDIS_URL: z.optional(z.string()),
  S3_ENDPOINT: z.optional(z.string()),
  S3_BUCKET: z.optional(z.string()),
  S3_REGION: z.optional(z.string()),
  S3_ACCESS_KEY_ID: z.optional(z.string()),
  S3_SECRET_ACCESS_KEY: z.optional(z.string()),
  STRIPE_SECRET_KEY: z.optional(z.string()),
  STRIPE_WEBHOOK_SECRET: z.optional(z.string()),
  PUBLIC_URL: z.optional(z.string()),
  SMTP_URL: z.optional(z.string()),
  MAIL_FROM: z.optional(z.string()),
});
export type StackEnv = z.infer<typeof StackEnv>;

/** Read once, at the start. */
export const readEnv = (): StackEnv => parseEnv(StackEnv, process.env);

/** Where programs are looked for. */
export const searchPath = (): string => process.env["PATH"] ?? "";

/** What a child needs of ours besides its own variables: where programs are, and nothing secret. */
export const inheritedEnv = (): Record<string, string> => {
  const { PATH, HOME, LANG, TZ } = process.env;
  return Object.fromEntries(
    Object.entries({ PATH, HOME, LANG, TZ }).filter(
      (entry): entry is [string, string] => entry[1] !== undefined,
    ),
  );
};
