import type { RefundRequestId } from "@tuckshop/contracts/ids";
import { sql } from "kysely";
import type { Tx } from "../schema.ts";
import { enqueue } from "./enqueue.ts";

const everyHours = 24;
const batch = 200;

type Reminder = { requestId: RefundRequestId; reminder: number };

/**
 * Owes a reminder of each refund request that is due to be brought to mind, and dates the next. One
 * statement takes them, so that a request is reminded of once for each date, whoever sweeps.
 */
export async function oweReminders(tx: Tx): Promise<void> {
  const { rows } = await sql<Reminder>`
    update refund_request set reminder_count = reminder_count + 1,
      remind_at = now() + make_interval(hours => ${everyHours})
    where id in (
      select id from refund_request where state = 'asked' and remind_at <= now()
      order by remind_at limit ${batch} for update skip locked
    )
    returning id as "requestId", reminder_count as reminder
  `.execute(tx);
  for (const row of rows) await enqueue(tx, "refund.remind", row);
}
