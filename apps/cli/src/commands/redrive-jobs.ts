import type { ShopClient } from "@tuckshop/client/client";
import type { RedriveJobs } from "@tuckshop/contracts/jobs";
import type { Print } from "../print.ts";

/** Tries one dead letter again, or all those of a topic. */
export async function redriveJobs(
  shop: ShopClient,
  which: RedriveJobs,
  print: Print,
): Promise<void> {
  const { count } = await shop.staff.jobs.redrive.mutate(which);
  if (count === 0) print("No dead letters.");
  else print(count === 1 ? "1 job is tried again." : `${count} jobs are tried again.`);
}
