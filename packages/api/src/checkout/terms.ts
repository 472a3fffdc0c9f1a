import type { Fulfilment } from "@tuckshop/contracts/checkout";
import type { CheckoutId, CounterId, PrincipalId } from "@tuckshop/contracts/ids";
import type { Tx } from "@tuckshop/db/schema";
import { sql } from "kysely";
import { jsonArrayFrom } from "kysely/helpers/postgres";
import { wantedLines } from "../carts/queries.ts";
import type { Zone } from "./delivery-zone.ts";

export type OpenCheckout = {
  id: CheckoutId;
  cartVersion: number;
  /** Null when its command failed before it was quoted. */
  hash: string | null;
  lapsed: boolean;
  counterIds: CounterId[];
};

/**
 * What a quote rests on, in one statement: what the bag asks for, the shop's fees and clock, the zone
 * that a pincode lies in, and the checkout that this principal has open. Needs the bag's lock.
 */
export async function termsFor(tx: Tx, principalId: PrincipalId, fulfilment: Fulfilment) {
  const pincode = fulfilment.method === "delivery" ? fulfilment.pincode : null;
  return await tx
    .selectFrom("shop")
    .select(["currency", "cash_fee_minor as cashFeeMinor"])
    .select([
      jsonArrayFrom(wantedLines(tx, principalId)).as("lines"),
      sql<string>`now()`.as("now"),
      sql<string>`now() + make_interval(mins => hold_minutes)`.as("expiresAt"),
      sql<Zone | null>`(
        select json_build_object('name', name, 'feeMinor', fee_minor, 'freeFromMinor', free_from_minor)
        from zone where ${pincode} = any(pincodes) order by fee_minor limit 1)`.as("zone"),
      sql<OpenCheckout | null>`(
        select json_build_object('id', checkout.id, 'cartVersion', cart_version, 'hash', hash,
          'lapsed', expires_at <= now(), 'counterIds',
          array(select counter_id from claim where checkout_id = checkout.id
            and claim.state in ('held', 'consumed')))
        from checkout left join quote on quote.checkout_id = checkout.id
        where principal_id = ${principalId} and state = 'open')`.as("open"),
    ])
    .executeTakeFirstOrThrow();
}
