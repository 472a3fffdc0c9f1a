import { sql } from "kysely";
import { isOwed } from "./owed-refund.ts";

/**
 * Whether the money of an order of `orders` waits for the staff: some of it is parked, a refund was
 * asked for, or one failed and the buyer still waits.
 */
export const needsDecision = sql<boolean>`orders.id in (
  select order_id from payment where parked_reason is not null
  union all select order_id from refund_request where state = 'asked'
  union all select payment.order_id from refund join payment on payment.id = refund.payment_id
    where ${isOwed}
)`;
