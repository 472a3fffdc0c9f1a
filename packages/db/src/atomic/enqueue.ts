import type { Payload, Topic } from "@tuckshop/contracts/topics";
import { sql } from "kysely";
import type { Tx } from "../schema.ts";
import { attemptsMax } from "./attempts.ts";

/**
 * A job that exists if, and only if, this transaction commits. Jobs about one row are one job until a
 * worker starts it: its topic and its row are its key, and the queue takes the key from a job that
 * runs when it is owed again meanwhile (`drop-superseded-jobs.ts`).
 */
export async function enqueue<T extends Topic>(
  tx: Tx,
  topic: T,
  payload: Payload<T>,
  { delaySeconds = 0 }: { delaySeconds?: number } = {},
): Promise<void> {
  const key = [topic, ...Object.values(payload)].join(":");
  await sql`
    select graphile_worker.add_job(
      ${topic}, payload => ${JSON.stringify(payload)}::json, job_key => ${key},
      run_at => now() + make_interval(secs => ${delaySeconds}), max_attempts => ${attemptsMax}
    )
  `.execute(tx);
}
