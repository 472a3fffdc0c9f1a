import { createHash, randomBytes } from "node:crypto";
import { CartId, newId, PrincipalId, type VariantId } from "@tuckshop/contracts/ids";
import type { Db } from "../schema.ts";
import { sql } from "kysely";

/** A shopper who has been here before: a cookie, and one piece of an article in the bag (version 1). */
export type MadeShopper = { principalId: PrincipalId; cartId: CartId; cookie: string };

/** Puts many shoppers into the database at once, as if each had filled a bag a moment ago. */
export async function makeShoppers(
  db: Db,
  count: number,
  variantId: VariantId,
): Promise<MadeShopper[]> {
  const made = Array.from({ length: count }, () => {
    const session = randomBytes(20).toString("hex");
    return {
      principalId: newId(PrincipalId),
      cartId: newId(CartId),
      cookie: `tuckshop_device=${session}`,
      hash: createHash("sha256").update(session).digest("hex"),
    };
  });
  await sql`
    with made as (
      select * from unnest(${made.map((m) => m.principalId)}::text[],
        ${made.map((m) => m.cartId)}::text[], ${made.map((m) => m.hash)}::text[])
        as made (principal_id, cart_id, hash)
    ), principals as (
      insert into principal (id, kind) select principal_id, 'guest' from made
    ), sessions as (
      insert into session (id_hash, principal_id, expires_at)
      select hash, principal_id, now() + interval '26 weeks' from made
    ), carts as (
      insert into cart (id, principal_id, version) select cart_id, principal_id, 1 from made
    )
    insert into cart_line (cart_id, variant_id, quantity, seen_price_minor, position)
    select cart_id, ${variantId}, 1, (select price_minor from variant where id = ${variantId}), 1
    from made
  `.execute(db);
  await sql`analyze`.execute(db); // as autovacuum does within a minute
  return made;
}
