import type { Payload, Topic } from "@tuckshop/contracts/topics";
import type { Db } from "@tuckshop/db/schema";
import type { Log } from "./log.ts";
import type { Mailer } from "./notifications/mailer.ts";
import type { Provider } from "./payments/provider.ts";

/** What a task may use: it runs outside any transaction and is the only code that speaks to the outside. */
export type TaskContext = {
  db: Db;
  provider: Provider;
  mailer: Mailer;
  log: Log;
  /** Where shoppers reach the storefront, without a slash at the end. */
  publicUrl: string;
  /** Signs the tokens in links that we send. */
  linkSecret: string;
};

/** Runs at least once, keyed by its row, and records its outcome with a fence. */
export type Task<T extends Topic> = (context: TaskContext, payload: Payload<T>) => Promise<void>;
