import { takeTurns } from "@tuckshop/db/atomic/sweep-turn";
import { sql } from "kysely";
import { expireOrder } from "../orders/expire-order.ts";
import { sweepEach } from "../sweep-each.ts";
import type { Task } from "../task.ts";
import { expireGrants } from "./expire-grants.ts";
import { expireCheckout } from "./expire-checkout.ts";

const batch = 200;
const lapsedCheckout = sql<boolean>`state = 'open' and expires_at <= now()`;
const lapsedOrder = sql<boolean>`state = 'pending_payment' and expires_at <= now()`;

/** Ends grants, checkouts and unpaid orders whose time is up, in turn, each in a transaction of its own. */
export const sweepCheckouts: Task<"checkout.sweep"> = async (context) => {
  const { db } = context;
  await expireGrants(db, batch);
  await sweepEach(context, await takeTurns(db, "checkout", lapsedCheckout, batch), (id) =>
    expireCheckout(db, id),
  );
  await sweepEach(context, await takeTurns(db, "orders", lapsedOrder, batch), (id) =>
    expireOrder(db, id),
  );
};
