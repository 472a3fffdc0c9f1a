import { holdExtensionsMax, type Checkout, type Quote } from "@tuckshop/contracts/checkout";
import { ShopError } from "@tuckshop/contracts/errors";
import type { CheckoutId, OrderReference, PrincipalId } from "@tuckshop/contracts/ids";
import type { DB } from "@tuckshop/db/schema.gen";
import type { ReadDb } from "@tuckshop/db/schema";
import { sql, type Selectable } from "kysely";

/** A principal's own checkout, or NOT_FOUND. */
export async function checkoutById(
  db: ReadDb,
  principalId: PrincipalId | null,
  id: CheckoutId,
): Promise<Checkout> {
  const row = await db
    .selectFrom("checkout")
    .innerJoin("quote", "quote.checkout_id", "checkout.id")
    .leftJoin("orders", "orders.checkout_id", "checkout.id")
    .selectAll("checkout")
    .select(["quote.body as quote", "orders.reference", sql<string>`now()`.as("now")])
    .where("checkout.id", "=", id)
    .where("checkout.principal_id", "=", principalId)
    .executeTakeFirst();
  if (!row) throw new ShopError({ code: "NOT_FOUND", entity: "checkout" });
  return checkoutOf(row);
}

export type CheckoutRow = Omit<
  Selectable<DB["checkout"]>,
  "principal_id" | "cart_version" | "version" | "swept_at"
> & { quote: Quote; reference: OrderReference | null; now: string };

/** A checkout as its shopper sees it at `now`: one whose hold has lapsed is over, swept or not. */
export function checkoutOf(row: CheckoutRow): Checkout {
  const lapsed = row.state === "open" && row.expires_at <= row.now;
  return {
    id: row.id,
    state: lapsed ? "expired" : row.state,
    fulfilment: { method: row.method, pincode: row.pincode, area: row.area },
    quote: row.quote,
    holdExpiresAt: row.expires_at,
    extensionsLeft: holdExtensionsMax - row.extensions,
    serverNow: row.now,
    reference: row.reference,
  };
}
