import type { Quote } from "@tuckshop/contracts/checkout";
import { ShopError } from "@tuckshop/contracts/errors";
import { newId, QuoteId, type CheckoutId, type CounterId } from "@tuckshop/contracts/ids";
import { sql, type InsertObject } from "kysely";
import type { DB } from "../schema.gen.ts";
import type { Tx } from "../schema.ts";
import { claiming } from "./claim.ts";
import { owningGrants, type Hold } from "./grant.ts";
import { refuseShort } from "./shortage.ts";
import { bearing, type Mover } from "./transition.ts";

type OpenRow = InsertObject<DB, "checkout"> & { id: CheckoutId; expires_at: string };

/**
 * A checkout opens in one statement: with its quote, the grants that become its own, and the claims
 * of the lines that nobody granted. All of that or nothing: OUT_OF_STOCK names each short line. Who
 * has no grants pays nothing for them, nor who has nothing else: the statement has only its parts.
 */
export async function openCheckout(
  tx: Tx,
  row: OpenRow,
  quote: Quote,
  { grants, rest }: Hold,
  mover: Mover,
): Promise<void> {
  const quoted = sql`quoted as (
    insert into quote (id, checkout_id, hash, body)
    select ${newId(QuoteId)}, id, ${quote.hash}, ${JSON.stringify(quote)}::json from checkout_born
  )`;
  const [hasGrants, hasRest] = [grants.length > 0, rest.length > 0];
  const parts = [
    bearing("checkout", row, mover),
    quoted,
    ...(hasGrants ? [owningGrants(row.id, grants, row.expires_at)] : []),
    ...(hasRest ? [claiming(row.id, rest, row.expires_at, mover)] : []),
  ];
  const { rows } = await sql<{ owned: number; taken: CounterId[] }>`
    with ${sql.join(parts)}
    select ${hasGrants ? sql`(select count(*) from grant_owned)` : sql`0`} as owned,
      ${hasRest ? sql`array(select counter_id from claim_taken)` : sql`'{}'::text[]`} as taken
  `.execute(tx);
  const [made] = rows;
  await refuseShort(tx, rest, made?.taken ?? []);
  // A grant that was given back meanwhile had waited too long for us.
  if (made?.owned !== grants.length) {
    throw new ShopError({ code: "TOO_BUSY", retryAfterSeconds: 1 });
  }
}
