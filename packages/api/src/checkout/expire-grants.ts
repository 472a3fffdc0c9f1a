import { returnGrants } from "@tuckshop/db/atomic/grant";
import type { Db } from "@tuckshop/db/schema";
import { sql } from "kysely";

/** Gives back grants whose command died before a checkout came to own them. */
export async function expireGrants(db: Db, batch: number): Promise<void> {
  const due = await db
    .selectFrom("claim")
    .select("id")
    .where("checkout_id", "is", null)
    .where("state", "=", "held")
    .where(sql<boolean>`expires_at <= now()`)
    .limit(batch)
    .execute();
  if (due.length === 0) return;
  const ids = due.map((claim) => claim.id);
  const mover = { actor: "checkout.sweep", cause: "no checkout came" };
  await db.transaction().execute((tx) => returnGrants(tx, ids, "expire", mover));
}
