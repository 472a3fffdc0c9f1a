import { oweReminders } from "@tuckshop/db/atomic/refund-reminder";
import type { Task } from "../task.ts";

/** Looks after the refunds that shoppers asked for, until the staff answer: reminds them once a day. */
export const sweepRequests: Task<"request.sweep"> = async ({ db }) => {
  await db.transaction().execute(oweReminders);
};
