import { sql } from "kysely";

/**
 * Whether a refund failed and nothing of its payment was refunded since: the buyer waits, and the staff
 * have to decide.
 */
export const isOwed = sql<boolean>`(
  refund.state = 'failed' and not exists (
    select from refund as later
    join transition as birth
      on birth.entity = 'refund' and birth.entity_id = later.id and birth.seq = 1
    join transition as failure
      on failure.entity = 'refund' and failure.entity_id = refund.id and failure.seq = refund.version
    where later.payment_id = refund.payment_id and birth.at > failure.at
  )
)`;
