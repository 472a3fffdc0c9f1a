import type { Db } from "@tuckshop/db/schema";
import type { Log } from "./log.ts";
import { createMailer } from "./notifications/mailer.ts";
import { createStripe } from "./payments/create-stripe.ts";
import { createProvider } from "./payments/provider.ts";
import type { TaskEnv } from "./task-env.ts";
import type { TaskContext } from "./task.ts";

/** What server and worker need alike to speak to the outside. */
export const createTaskContext = (env: TaskEnv, db: Db, log: Log): TaskContext => ({
  db,
  log,
  provider: createProvider(
    createStripe({ secretKey: env.STRIPE_SECRET_KEY, apiUrl: env.STRIPE_API_URL }),
  ),
  mailer: createMailer({
    from: env.MAIL_FROM,
    smtpUrl: env.SMTP_URL,
    directory: env.MAIL_DIRECTORY,
  }),
  publicUrl: env.PUBLIC_URL,
  linkSecret: env.LINK_SECRET,
});
