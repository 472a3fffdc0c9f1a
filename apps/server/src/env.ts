import { parseEnv, TaskEnv } from "@tuckshop/api/task-env";
import * as z from "zod/mini";

const ServerEnv = z.extend(TaskEnv, {
  HOST: z._default(z.string(), "127.0.0.1"),
  PORT: z._default(z.coerce.number().check(z.int(), z.minimum(0), z.maximum(65_535)), 4_000),
  /** Straight to Postgres, where DATABASE_URL leads through PgBouncer: events are heard there. */
  DATABASE_EVENTS_URL: z.optional(z.url({ protocol: /^postgres(ql)?$/ })),
  /** More clients than this are answered 503. */
  HTTP_CONNECTIONS_MAX: z._default(z.coerce.number().check(z.int(), z.minimum(1)), 2_000),
  /** How long it still takes new connections after SIGTERM, while /readyz already says no. */
  SHUTDOWN_NOTICE_SECONDS: z._default(
    z.coerce.number().check(z.int(), z.minimum(0), z.maximum(60)),
    0,
  ),
  REDIS_URL: z.optional(z.url({ protocol: /^rediss?$/ })),
  /** One, or several separated by commas while one is being replaced. */
  STRIPE_WEBHOOK_SECRET: z.pipe(
    z.string().check(z.regex(/^whsec_[^,]+(,whsec_[^,]+)*$/)),
    z.transform((secrets: string) => secrets.split(",")),
  ),
});
export type ServerEnv = z.infer<typeof ServerEnv>;

/** Read once, at the start. */
export const readEnv = (): ServerEnv => parseEnv(ServerEnv, process.env);

const MigrateEnv = z.extend(z.pick(TaskEnv, { DATABASE_URL: true }), {
  OWNER_EMAIL: z.optional(z.email()),
  OWNER_PASSWORD: z.optional(z.string().check(z.minLength(12))),
});

/** All that a migration needs: it runs before there is a shop to serve. */
export const readMigrateEnv = (): z.infer<typeof MigrateEnv> => parseEnv(MigrateEnv, process.env);
