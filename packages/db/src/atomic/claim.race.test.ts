import { CounterId, newId } from "@tuckshop/contracts/ids";
import { race, times } from "@tuckshop/testing/race";
import { expect, test } from "vitest";
import type { Db } from "../schema.ts";
import { makeCheckout, makeShop, makeVariant } from "../testing/factories.ts";
import { expectInvariants } from "../testing/invariants.ts";
import { createTestDb } from "../testing/test-db.ts";
import { claimAll, consumeClaims, releaseClaims } from "./claim.ts";
import type { Want } from "./shortage.ts";

const mover = { actor: "test" };
const later = () => new Date(Date.now() + 60_000).toISOString();

const claimOf = (db: Db, variants: readonly Omit<Want, "quantity">[]) => async () => {
  const checkoutId = await makeCheckout(db);
  await db.transaction().execute((tx) =>
    claimAll(
      tx,
      checkoutId,
      variants.map(({ counterId, sku }) => ({ counterId, sku, quantity: 1 })),
      later(),
      mover,
    ),
  );
  return checkoutId;
};

// Red when `capacity - claimed >= want.quantity` is taken out of claimAll and the check constraint
// with it, or when the test and the taking become two statements.
test("S26 twenty buyers of the last three units: three get one, seventeen are refused", async () => {
  const { db } = await createTestDb({ connectionsMax: 20 });
  await makeShop(db);
  const variant = await makeVariant(db, { sku: "LAST-THREE", stock: 3 });

  const { won, lost } = await race(times(20, () => claimOf(db, [variant])));

  expect(won).toHaveLength(3);
  expect(lost).toHaveLength(17);
  for (const reason of lost) {
    expect(reason).toMatchObject({ refusal: { code: "OUT_OF_STOCK" } });
  }
  await expectInvariants(db);
});

// Red when claimAll takes several counters without lockCounters: Postgres ends one of two crossed
// carts as a deadlock.
test("S29 carts that want the same articles in opposite orders never deadlock", async () => {
  const { db } = await createTestDb({ connectionsMax: 20 });
  await makeShop(db);
  const variants = await Promise.all(
    times(6, (at) => makeVariant(db, { sku: `CROSS-${at}`, stock: 1_000 })),
  );

  const { lost } = await race(
    times(60, (at) => claimOf(db, at % 2 ? variants : variants.toReversed())),
  );

  expect(lost).toEqual([]);
  await expectInvariants(db);
});

// Red when claimAll no longer asks for what is left: the constraint then answers, with faults.
test("V14 of sixty-four checkouts that use a promotion for one, one gets it", async () => {
  const { db } = await createTestDb({ connectionsMax: 32 });
  const counterId = newId(CounterId);
  await db
    .insertInto("counter")
    .values({ id: counterId, kind: "promotion", capacity: 1 })
    .execute();
  const promotion = { counterId, sku: "ONE-USE" };

  const { won, lost } = await race(times(64, () => claimOf(db, [promotion])));

  expect(won).toHaveLength(1);
  expect(lost).toMatchObject(times(63, () => ({ refusal: { code: "OUT_OF_STOCK" } })));
  const counter = await db.selectFrom("counter").selectAll().executeTakeFirst();
  expect(counter).toMatchObject({ capacity: 1, claimed: 1, consumed: 0 });
  expect(await db.selectFrom("claim").select("id").execute()).toHaveLength(1);
  await expectInvariants(db);
});

test("one short line refuses all of them and claims nothing", async () => {
  const { db } = await createTestDb();
  await makeShop(db);
  const plenty = await makeVariant(db, { sku: "PLENTY", stock: 9 });
  const none = await makeVariant(db, { sku: "NONE", stock: 0 });

  await expect(claimOf(db, [plenty, none])()).rejects.toMatchObject({
    refusal: { code: "OUT_OF_STOCK", lines: [{ sku: "NONE", requested: 1, available: 0 }] },
  });

  const counters = await db.selectFrom("counter").select("claimed").execute();
  expect(counters).toEqual([{ claimed: 0 }, { claimed: 0 }]);
  await expectInvariants(db);
});

// Red when moveClaims does not go through transitionAll's guard: both sides then give and take.
test("S30 of a sale and an expiry of the same claims exactly one happens", async () => {
  const { db } = await createTestDb({ connectionsMax: 4 });
  await makeShop(db);
  const variant = await makeVariant(db, { sku: "EITHER", stock: 100 });
  for (const checkoutId of await Promise.all(times(20, () => claimOf(db, [variant])()))) {
    const { won } = await race<number>([
      () => db.transaction().execute((tx) => consumeClaims(tx, checkoutId, mover)),
      () => db.transaction().execute((tx) => releaseClaims(tx, checkoutId, "expire", mover)),
    ]);
    expect(won.toSorted()).toEqual([0, 1]);
  }
  await expectInvariants(db, { without: ["claim-is-wanted"] }); // sold without an order
});
