import { checks } from "@tuckshop/db/audit/checks";
import { makeVariant } from "@tuckshop/db/testing/factories";
import { race, times } from "@tuckshop/testing/race";
import { sql } from "kysely";
import { expect, test } from "vitest";
import { buy } from "../testing/purchase.ts";
import { createTestShop } from "../testing/test-shop.ts";

test("the books name the row that somebody damaged, and where to look at it", async () => {
  const shop = await createTestShop();
  const { variantId, sku } = await makeVariant(shop.db, { sku: "KULFI", stock: 3 });
  const { reference } = await buy(shop.shopper(), [{ variantId, quantity: 1 }], "cash");
  const owner = await shop.staff("owner");
  const well = await owner.call().staff.books.check();
  expect(well.checks.map(({ name }) => name)).toEqual(checks.map(({ name }) => name));
  expect(well.checks.filter(({ count }) => count > 0)).toEqual([]);

  await sql`insert into counter_entry (counter_id, kind, change, cause, actor)
    select counter_id, 'receive', 5, 'by hand', 'somebody' from variant where sku = ${sku}
  `.execute(shop.db);
  await sql`update orders set state = 'delivered' where reference = ${reference}`.execute(shop.db);
  const { id: orderId } = await shop.db.selectFrom("orders").select("id").executeTakeFirstOrThrow();

  const ill = await owner.call().staff.books.check();
  const found = new Map(ill.checks.filter(({ count }) => count > 0).map((c) => [c.name, c]));
  expect(found.get("stock-equals-ledger")).toMatchObject({
    book: "stock",
    count: 1,
    rows: [{ sku, orderId: null, cells: { on_hand: 2, ledger_sum: 7 } }],
  });
  expect(found.get("state-equals-history")).toMatchObject({
    book: "orders",
    rows: [{ orderId, cells: { entity: "orders", state: "delivered" } }],
  });
});

test("only who keeps the books may read them", async () => {
  const shop = await createTestShop();
  for (const role of ["packer", "rider", "viewer"] as const) {
    const member = await shop.staff(role);
    await expect(member.call().staff.books.check()).rejects.toMatchObject({ code: "FORBIDDEN" });
  }
  const manager = await shop.staff("manager");
  expect((await manager.call().staff.books.check()).checks).toHaveLength(checks.length);
});

// Red when each caller starts a run of their own: fifty snapshots are then taken.
test("fifty who ask at once share one run", async () => {
  const shop = await createTestShop({ connectionsMax: 10 });
  const owner = await shop.staff("owner");
  const { won } = await race(times(50, () => () => owner.call().staff.books.check()));
  expect(won).toHaveLength(50);
  expect(new Set(won.map(({ checkedAt }) => checkedAt)).size).toBe(1);
});

test("whoever asks over and over has to wait", async () => {
  const shop = await createTestShop();
  const owner = await shop.staff("owner");
  const again = async () => {
    for (;;) await owner.call().staff.books.check();
  };
  await expect(again()).rejects.toMatchObject({
    cause: { refusal: { code: "TOO_MANY_REQUESTS" } },
  });
});

test("a finding that nothing is known about leads nowhere", async () => {
  const shop = await createTestShop();
  await sql`alter table effect drop constraint effect_pkey`.execute(shop.db);
  await sql`insert into effect (key) values ('twice'), ('twice')`.execute(shop.db);
  const owner = await shop.staff("owner");
  const { checks: checked } = await owner.call().staff.books.check();
  expect(checked.find(({ name }) => name === "effect-once")?.rows).toEqual([
    { cells: { key: "twice", rows: 2 }, orderId: null, sku: null },
  ]);
});
