import { buryExhaustedWebhooks, oweLostWebhooks } from "@tuckshop/db/atomic/webhook-attempt";
import type { Task } from "../task.ts";

/** Looks after every event that has not ended: one without a job gets it, one without attempts is dead. */
export const sweepWebhooks: Task<"webhook.sweep"> = async ({ db, log }) => {
  const dead = await buryExhaustedWebhooks(db, { actor: "webhook.sweep" });
  const lost = await db.transaction().execute(oweLostWebhooks);
  if (dead + lost > 0) log.warn({ dead, lost }, "webhook events were left behind");
};
