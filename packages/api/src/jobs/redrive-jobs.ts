import { ShopError } from "@tuckshop/contracts/errors";
import type { RedrivenJobs, RedriveJobs } from "@tuckshop/contracts/jobs";
import { redriveDeadJobs } from "@tuckshop/db/atomic/redrive-jobs";
import type { Tx } from "@tuckshop/db/schema";
import { jobState } from "./queries.ts";

/** Tries dead letters again. A task asks how things stand before it acts, so that it cannot do harm. */
export async function redriveJobs(tx: Tx, input: RedriveJobs): Promise<RedrivenJobs> {
  const count = await redriveDeadJobs(tx, input);
  if (input.what === "topic" || count > 0) return { count };
  const state = await jobState(tx, input.jobId);
  if (!state) throw new ShopError({ code: "NOT_FOUND", entity: "job" });
  throw new ShopError({ code: "ILLEGAL_TRANSITION", entity: "a job", event: "redrive", state });
}
