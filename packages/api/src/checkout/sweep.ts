import { sql } from "kysely";
import { expireOrder } from "../orders/expire-order.ts";
import type { Task } from "../task.ts";
import { expireGrants } from "./expire-grants.ts";
import { expireCheckout } from "./expire-checkout.ts";

const batch = 200;

/** Ends every grant, checkout and unpaid order whose time is up, each in a transaction of its own. */
export const sweepCheckouts: Task<"checkout.sweep"> = async ({ db }) => {
  await expireGrants(db, batch);

  const checkouts = await db
    .selectFrom("checkout")
    .select("id")
    .where("state", "=", "open")
    .where(sql<boolean>`expires_at <= now()`)
    .orderBy("expires_at")
    .limit(batch)
    .execute();
  for (const { id } of checkouts) await expireCheckout(db, id);

  const orders = await db
    .selectFrom("orders")
    .select("id")
    .where("state", "=", "pending_payment")
    .where(sql<boolean>`expires_at <= now()`)
    .orderBy("expires_at")
    .limit(batch)
    .execute();
  for (const { id } of orders) await expireOrder(db, id);
};
