import type { CheckoutId } from "@tuckshop/contracts/ids";
import { releaseClaims } from "@tuckshop/db/atomic/claim";
import { transitionAll } from "@tuckshop/db/atomic/transition";
import type { Db } from "@tuckshop/db/schema";
import { sql } from "kysely";

/** Ends a checkout whose hold has lapsed, and gives its goods back, once. */
export async function expireCheckout(db: Db, id: CheckoutId): Promise<void> {
  const mover = { actor: "checkout.sweep", cause: "hold lapsed" };
  await db.transaction().execute(async (tx) => {
    const due = await tx
      .selectFrom("checkout")
      .select("id")
      .where("id", "=", id)
      .where("state", "=", "open")
      .where(sql<boolean>`expires_at <= now()`)
      .forUpdate()
      .executeTakeFirst();
    if (!due) return;
    await transitionAll(tx, "checkout", [id], "expire", mover);
    await releaseClaims(tx, id, "expire", mover);
  });
}
