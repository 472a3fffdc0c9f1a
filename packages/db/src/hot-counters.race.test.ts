import { ClaimId, newId, type CheckoutId } from "@tuckshop/contracts/ids";
import { race, times } from "@tuckshop/testing/race";
import { waitUntil } from "@tuckshop/testing/wait-until";
import { sql } from "kysely";
import { expect, onTestFinished, test } from "vitest";
import { grantTogether, ownGrants, returnGrants } from "./atomic/grant.ts";
import { createHotCounters, type Claims, type HotCounters } from "./hot-counters.ts";
import type { Db } from "./schema.ts";
import { makeCheckout, makeShop, makeVariant, type MadeVariant } from "./testing/factories.ts";
import { expectInvariants } from "./testing/invariants.ts";
import { createTestDb } from "./testing/test-db.ts";

const mover = { actor: "test" };
const later = () => new Date(Date.now() + 60_000).toISOString();

async function createRush(connectionsMax = 20) {
  const { db, url } = await createTestDb({ connectionsMax });
  await makeShop(db);
  const hotCounters = createHotCounters({ url });
  onTestFinished(() => hotCounters.close());
  return { db, hotCounters };
}

type Line = { variant: MadeVariant; quantity: number };

/** A command that claims, and then does `rest`; when that fails, what was granted is given back. */
async function command(
  { db, claims, checkoutId }: { db: Db; claims: Claims; checkoutId: CheckoutId },
  lines: readonly Line[],
  rest: () => Promise<void> = async () => {},
): Promise<void> {
  const wants = lines.map(({ variant: { counterId, sku }, quantity }) => {
    return { counterId, sku, quantity };
  });
  try {
    await db.transaction().execute(async (tx) => {
      await claims.claimAll(tx, checkoutId, wants, later(), mover);
      await rest();
    });
  } catch (error) {
    await claims.giveBack();
    throw error;
  }
}

const commands = async (
  { db, hotCounters }: { db: Db; hotCounters: HotCounters },
  all: readonly Line[][],
) => {
  const checkoutIds = await Promise.all(all.map(() => makeCheckout(db)));
  return checkoutIds.map((checkoutId, at) => (rest?: () => Promise<void>) => {
    const claims = hotCounters.forCommand();
    return command({ db, claims, checkoutId }, all[at] ?? [], rest);
  });
};

const levelOf = (db: Db, { counterId }: MadeVariant) =>
  db
    .selectFrom("counter")
    .select(["capacity", "claimed"])
    .where("id", "=", counterId)
    .executeTakeFirstOrThrow();

/** Claims that are held for somebody. */
const heldCount = async (db: Db): Promise<number> => {
  const held = await db.selectFrom("claim").select("id").where("state", "=", "held").execute();
  return held.length;
};

// Red when grantTogether grants `where running <= free` no more: the check constraint then fails the
// whole batch, and nobody gets one.
test("S26 of sixty who rush for the last twenty, twenty get one and forty are refused", async () => {
  const shop = await createRush();
  const variant = await makeVariant(shop.db, { sku: "RUSH", stock: 20 });
  const buyers = await commands(
    shop,
    times(60, () => [{ variant, quantity: 1 }]),
  );
  const { won, lost } = await race(buyers.map((buy) => () => buy()));
  expect(won).toHaveLength(20);
  expect(lost).toEqual(
    times(40, () =>
      expect.objectContaining({
        refusal: {
          code: "OUT_OF_STOCK",
          lines: [{ sku: "RUSH", requested: 1, available: expect.any(Number) }],
        },
      }),
    ),
  );
  expect(await levelOf(shop.db, variant)).toEqual({ capacity: 20, claimed: 20 });
  expect(await heldCount(shop.db)).toBe(20);
  await expectInvariants(shop.db);
});

// Red when settle refuses whoever was not granted at once, instead of asking once more.
test("S27 who wants little is not refused for standing behind who wants too much", async () => {
  const shop = await createRush();
  const variant = await makeVariant(shop.db, { sku: "RUSH", stock: 12 });
  const wishes = times(30, (at) => [{ variant, quantity: at % 5 === 0 ? 20 : 1 }]);
  const { won } = await race((await commands(shop, wishes)).map((buy) => () => buy()));
  expect(won).toHaveLength(12);
  expect(await levelOf(shop.db, variant)).toEqual({ capacity: 12, claimed: 12 });
  await expectInvariants(shop.db);
});

// Red when hot-counters claims the cold lines although a hot one was refused, or when what was
// granted to a command that fails is not given back.
test("S25 a rush for two articles of which one is short holds nothing of the other", async () => {
  const shop = await createRush();
  const [plenty, scarce, cold] = await Promise.all([
    makeVariant(shop.db, { sku: "PLENTY", stock: 500 }),
    makeVariant(shop.db, { sku: "SCARCE", stock: 3 }),
    makeVariant(shop.db, { sku: "COLD", stock: 0 }),
  ]);
  const both = [plenty, scarce].map((variant) => ({ variant, quantity: 1 }));
  const buyers = await commands(shop, [
    ...times(20, () => both),
    ...times(20, () => both.toReversed()),
    [...both, { variant: cold, quantity: 1 }],
  ]);
  const { won, lost } = await race(buyers.map((buy) => () => buy()));
  expect(won).toHaveLength(3);
  expect(lost.at(-1)).toMatchObject({
    refusal: {
      code: "OUT_OF_STOCK",
      lines: expect.arrayContaining([{ sku: "COLD", requested: 1, available: 0 }]),
    },
  });
  expect(await levelOf(shop.db, plenty)).toMatchObject({ claimed: 3 });
  expect(await levelOf(shop.db, scarce)).toMatchObject({ claimed: 3 });
  await expectInvariants(shop.db);
});

// Red when claimsOf forgets what it was granted.
test("what was granted to commands that then fail is for sale again at once", async () => {
  const shop = await createRush();
  const variant = await makeVariant(shop.db, { sku: "RUSH", stock: 40 });
  const buyers = await commands(
    shop,
    times(40, () => [{ variant, quantity: 1 }]),
  );
  const fault = () => Promise.reject(new Error("a fault after the claim"));
  const { lost } = await race(buyers.map((buy) => () => buy(fault)));
  expect(lost).toHaveLength(40);
  expect(await levelOf(shop.db, variant)).toEqual({ capacity: 40, claimed: 0 });
  await expectInvariants(shop.db);
});

const isWaiting = async (db: Db): Promise<boolean> => {
  const { rows } = await sql`
    select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'
  `.execute(db);
  return rows.length > 0;
};

// Red when returnGrants does not ask `checkout_id is null` or not under the claim's lock, or when
// ownGrants does not ask whether the claim is still held.
test.each(["own", "return"] as const)(
  "a grant is owned or given back, never both: %s commits first",
  async (first) => {
    const { db } = await createRush();
    const variant = await makeVariant(db, { sku: "RUSH", stock: 1 });
    const checkoutId = await makeCheckout(db);
    const id = newId(ClaimId);
    await grantTogether(db, variant.counterId, [{ id, quantity: 1, actor: "test" }]);
    const own = () => db.transaction().execute((tx) => ownGrants(tx, checkoutId, [id], later()));
    const giveBack = () =>
      db.transaction().execute((tx) => returnGrants(tx, [id], "release", mover));
    if (first === "own") {
      const trx = await db.startTransaction().execute();
      await ownGrants(trx, checkoutId, [id], later());
      const returned = giveBack();
      await waitUntil(() => isWaiting(db), { what: "the return to wait for the claim's row" });
      await trx.commit().execute();
      expect(await returned).toBe(0);
      expect(await levelOf(db, variant)).toMatchObject({ claimed: 1 });
    } else {
      expect(await giveBack()).toBe(1);
      expect(await own()).toBe(false);
      expect(await levelOf(db, variant)).toMatchObject({ claimed: 0 });
    }
    await expectInvariants(db);
  },
);
