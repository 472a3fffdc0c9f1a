import { makeVariant } from "@tuckshop/db/testing/factories";
import { sql } from "kysely";
import { expect, test } from "vitest";
import { startPickup } from "../testing/purchase.ts";
import { createTestShop } from "../testing/test-shop.ts";
import { termsFor } from "./terms.ts";

// Red when the held counters are asked for without the states that the index on claims has.
test("the terms of a start over an open checkout read no claim of anybody else", async () => {
  const shop = await createTestShop();
  const { variantId } = await makeVariant(shop.db, { sku: "KULFI", stock: 9 });
  const { id } = await startPickup(shop.shopper(), [{ variantId, quantity: 1 }]);
  const { principal_id: principalId } = await shop.db
    .selectFrom("checkout")
    .select("principal_id")
    .where("id", "=", id)
    .executeTakeFirstOrThrow();
  await shop.db.transaction().execute(async (tx) => {
    // Where there is an index to use, it is used: a table of one row would be read whole otherwise.
    await sql`set local enable_seqscan = off`.execute(tx);
    const { open } = await termsFor(tx, principalId, { method: "pickup" });
    expect(open).toMatchObject({ id, counterIds: [expect.any(String)] });
    const { rows } = await sql<{ whole: number }>`
      select seq_scan as whole from pg_stat_xact_user_tables where relname = 'claim'`.execute(tx);
    expect(rows).toEqual([{ whole: 0 }]);
  });
});
