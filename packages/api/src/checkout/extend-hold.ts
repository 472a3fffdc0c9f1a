import { holdExtensionsMax, type Checkout } from "@tuckshop/contracts/checkout";
import { ShopError } from "@tuckshop/contracts/errors";
import type { CheckoutId, PrincipalId } from "@tuckshop/contracts/ids";
import type { Tx } from "@tuckshop/db/schema";
import { sql } from "kysely";
import { checkoutById } from "./queries.ts";

/**
 * Holds an open checkout's goods for a whole hold longer, from now; at most ten times. One statement
 * decides between this and the sweep that would end it: a hold that has lapsed is CHECKOUT_CLOSED.
 */
export async function extendHold(
  tx: Tx,
  principalId: PrincipalId,
  id: CheckoutId,
): Promise<Checkout> {
  const extended = await tx
    .updateTable("checkout")
    .set((eb) => ({
      extensions: eb("extensions", "+", 1),
      expires_at: sql<string>`(select now() + make_interval(mins => hold_minutes) from shop)`,
    }))
    .where("id", "=", id)
    .where("principal_id", "=", principalId)
    .where("state", "=", "open")
    .where(sql<boolean>`expires_at > now()`)
    .where("extensions", "<", holdExtensionsMax)
    .returning("id")
    .executeTakeFirst();
  if (!extended) throw await whyNot(tx, principalId, id);
  await tx
    .updateTable("claim")
    // Not what came back here: a timestamp loses its microseconds on the way.
    .set((eb) => ({
      expires_at: eb
        .selectFrom("checkout")
        .select("checkout.expires_at")
        .where("checkout.id", "=", id),
    }))
    .where("checkout_id", "=", id)
    .where("state", "=", "held")
    .execute();
  return checkoutById(tx, principalId, id);
}

async function whyNot(tx: Tx, principalId: PrincipalId, id: CheckoutId): Promise<ShopError> {
  const { state } = await checkoutById(tx, principalId, id);
  if (state !== "open") return new ShopError({ code: "CHECKOUT_CLOSED", state });
  return new ShopError({ code: "HOLD_LIMIT_REACHED" });
}
