import type { Quote } from "@tuckshop/contracts/checkout";
import { CheckoutId, ClaimId, newId, type PrincipalId } from "@tuckshop/contracts/ids";
import { race, times } from "@tuckshop/testing/race";
import { waitUntil } from "@tuckshop/testing/wait-until";
import { sql } from "kysely";
import { expect, onTestFinished, test } from "vitest";
import { grantTogether, returnGrants, type Hold } from "./atomic/grant.ts";
import { openCheckout } from "./atomic/open-checkout.ts";
import { createHotCounters, type HotCounters } from "./hot-counters.ts";
import type { Db, Tx } from "./schema.ts";
import { makePrincipal, makeShop, makeVariant, type MadeVariant } from "./testing/factories.ts";
import { expectInvariants } from "./testing/invariants.ts";
import { createTestDb } from "./testing/test-db.ts";

const mover = { actor: "test" };
const later = () => new Date(Date.now() + 60_000).toISOString();

type Rush = { db: Db; hotCounters: HotCounters };

async function createRush(connectionsMax = 20): Promise<Rush> {
  const { db, url } = await createTestDb({ connectionsMax });
  await makeShop(db);
  const hotCounters = createHotCounters({ url });
  onTestFinished(() => hotCounters.close());
  return { db, hotCounters };
}

type Line = { variant: MadeVariant; quantity: number };

const nothing = { minor: 0, currency: "INR" as const };
const quote: Quote = {
  hash: "0".repeat(64),
  lines: [],
  subtotal: nothing,
  discount: nothing,
  delivery: nothing,
  taxIncluded: nothing,
  payments: [],
};

/** What a start writes when all its lines are held. */
const opening = (tx: Tx, principalId: PrincipalId, hold: Hold): Promise<void> => {
  const id = newId(CheckoutId);
  const row = { id, principal_id: principalId, cart_version: 1, method: "pickup" as const };
  return openCheckout(tx, { ...row, state: "open", expires_at: later() }, quote, hold, mover);
};

/** Starts that hold their lines and then do `rest`; of one that fails, what was granted is given back. */
async function starts({ db, hotCounters }: Rush, all: readonly Line[][]) {
  const principalIds = await Promise.all(all.map(() => makePrincipal(db)));
  return all.map((lines, at) => async (rest: () => Promise<void> = async () => {}) => {
    const claims = hotCounters.forCommand();
    const wants = lines.map(({ variant, quantity }) => ({ ...variant, quantity }));
    try {
      await db.transaction().execute(async (tx) => {
        const principalId = principalIds[at] as PrincipalId;
        await claims.hold(wants, mover, (hold) => opening(tx, principalId, hold));
        await rest();
      });
    } catch (error) {
      await claims.giveBack();
      throw error;
    }
  });
}

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
  const buyers = await starts(
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
  const { won } = await race((await starts(shop, wishes)).map((buy) => () => buy()));
  expect(won).toHaveLength(12);
  expect(await levelOf(shop.db, variant)).toEqual({ capacity: 12, claimed: 12 });
  await expectInvariants(shop.db);
});

// Red when `hold` claims the rest although a hot line was refused, or when what was
// granted to a command that fails is not given back.
test("S25 a rush for two articles of which one is short holds nothing of the other", async () => {
  const shop = await createRush();
  const [plenty, scarce, cold] = await Promise.all([
    makeVariant(shop.db, { sku: "PLENTY", stock: 500 }),
    makeVariant(shop.db, { sku: "SCARCE", stock: 3 }),
    makeVariant(shop.db, { sku: "COLD", stock: 0 }),
  ]);
  const both = [plenty, scarce].map((variant) => ({ variant, quantity: 1 }));
  const buyers = await starts(shop, [
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

const fault = () => Promise.reject(new Error("a fault after the claim"));

// Red when claimsOf forgets what it was granted.
test("what was granted to commands that then fail is for sale again at once", async () => {
  const shop = await createRush();
  const variant = await makeVariant(shop.db, { sku: "RUSH", stock: 40 });
  const buyers = await starts(
    shop,
    times(40, () => [{ variant, quantity: 1 }]),
  );
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
// owningGrants does not ask whether the claim is still held.
test.each(["own", "return"] as const)(
  "a grant is owned or given back, never both: %s commits first",
  async (first) => {
    const { db } = await createRush();
    const variant = await makeVariant(db, { sku: "RUSH", stock: 1 });
    const principalId = await makePrincipal(db);
    const id = newId(ClaimId);
    await grantTogether(db, variant.counterId, [{ id, quantity: 1, actor: "test" }]);
    const hold = { grants: [id], rest: [] };
    const giveBack = () =>
      db.transaction().execute((tx) => returnGrants(tx, [id], "release", mover));
    if (first === "own") {
      const trx = await db.startTransaction().execute();
      await opening(trx, principalId, hold);
      const returned = giveBack();
      await waitUntil(() => isWaiting(db), { what: "the return to wait for the claim's row" });
      await trx.commit().execute();
      expect(await returned).toBe(0);
      expect(await levelOf(db, variant)).toMatchObject({ claimed: 1 });
    } else {
      expect(await giveBack()).toBe(1);
      await expect(
        db.transaction().execute((tx) => opening(tx, principalId, hold)),
      ).rejects.toMatchObject({ refusal: { code: "TOO_BUSY" } });
      expect(await levelOf(db, variant)).toMatchObject({ claimed: 0 });
    }
    await expectInvariants(db);
  },
);
