import type { PrincipalId } from "@tuckshop/contracts/ids";
import type { Tx } from "@tuckshop/db/schema";

/**
 * Locks a principal's bag and tells its version, or undefined when they never had one. The first
 * lock of everything a shopper does with their bag: starts and placings of one bag go one by one.
 */
export async function lockBag(tx: Tx, principalId: PrincipalId): Promise<number | undefined> {
  const cart = await tx
    .selectFrom("cart")
    .select("version")
    .where("principal_id", "=", principalId)
    .forUpdate()
    .executeTakeFirst();
  return cart?.version;
}
