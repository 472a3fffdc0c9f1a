import { expectInvariants, expectSettled } from "@tuckshop/db/testing/invariants";
import type { OrderReference } from "@tuckshop/contracts/ids";
import { expect, test } from "vitest";
import { expireOrder } from "../orders/expire-order.ts";
import { cardOrder, pageOf } from "../testing/card-order.ts";
import { inTurn } from "../testing/in-turn.ts";
import { createTestShop, type Person, type TestShop } from "../testing/test-shop.ts";
import { applySession } from "./sync-payment.ts";

type Step = "capture" | "cancel" | "staff cancel" | "refund" | "expire";

/** Each step as a work that has everything it needs but the order: only its lock stands in between. */
async function stepsOf(shop: TestShop, shopper: Person, reference: OrderReference) {
  const { db, services, stripe } = shop;
  const payment = await db
    .selectFrom("payment")
    .innerJoin("orders", "orders.id", "order_id")
    .select(["payment.id", "provider_session_id as page", "orders.id as orderId", "orders.version"])
    .where("reference", "=", reference)
    .executeTakeFirstOrThrow();
  const session = await stripe.checkout.sessions.retrieve(payment.page ?? "");
  const manager = await shop.staff("manager");
  const { orderId, version: baseVersion } = payment;
  return {
    capture: () => applySession(services.tasks, payment.id, session),
    cancel: () => shopper.call().order.cancel({ reference }),
    "staff cancel": () =>
      manager.call().staff.orders.act({ orderId, action: "cancel", baseVersion }),
    // Of the order as it is after one move: whoever refunds saw it confirmed.
    refund: () =>
      manager.call().staff.orders.refund({
        orderId,
        baseVersion: baseVersion + 1,
        refund: { kind: "rest" },
        reason: "sorry",
      }),
    expire: () => expireOrder(db, orderId), // by a sweep that had found it free a moment ago
  } satisfies Record<Step, () => Promise<unknown>>;
}

const returned = { state: "cancelled", refunds: ["succeeded"], kept: false };
const bought = { state: "confirmed", refunds: [], kept: true };
const forNothing = { state: "confirmed", refunds: ["succeeded"], kept: false };

/** The steps of a paid order whose time is up, in the sequence they get it, and what must become of it. */
const races: [Step[], { state: string; refunds: string[]; kept: boolean }, string[]][] = [
  [["capture", "cancel"], returned, []],
  [["cancel", "capture"], returned, []],
  [["capture", "expire"], bought, []],
  [["expire", "capture"], bought, []],
  [["cancel", "expire"], returned, []],
  [["expire", "cancel"], bought, ["ILLEGAL_TRANSITION"]],
  [["cancel", "staff cancel"], returned, ["VERSION_CONFLICT"]],
  [["staff cancel", "cancel"], returned, ["ILLEGAL_TRANSITION"]],
  [["capture", "staff cancel"], bought, ["VERSION_CONFLICT"]],
  [["staff cancel", "capture"], returned, []],
  [["capture", "capture"], bought, []],
  [["capture", "refund"], forNothing, []],
  [["refund", "capture"], bought, ["VERSION_CONFLICT"]],
  [["cancel", "refund"], returned, ["ILLEGAL_TRANSITION"]],
  [["refund", "cancel"], returned, ["VERSION_CONFLICT"]],
  [["capture", "refund", "cancel"], returned, []],
  [["capture", "cancel", "refund"], returned, ["VERSION_CONFLICT"]],
  [["cancel", "capture", "refund"], returned, ["REFUND_TOO_LARGE"]],
  [["cancel", "refund", "capture"], returned, ["ILLEGAL_TRANSITION"]],
  [["refund", "capture", "cancel"], returned, ["VERSION_CONFLICT"]],
  [["refund", "cancel", "capture"], returned, ["VERSION_CONFLICT"]],
  [["capture", "refund", "refund"], forNothing, ["REFUND_TOO_LARGE"]],
  [["capture", "cancel", "expire"], returned, []],
  [["capture", "expire", "cancel"], returned, []],
  [["cancel", "capture", "expire"], returned, []],
  [["cancel", "expire", "capture"], returned, []],
  [["expire", "capture", "cancel"], returned, []],
  [["expire", "cancel", "capture"], bought, ["ILLEGAL_TRANSITION"]],
];

/** A paid order whose time is up, after its steps were played in this sequence. */
async function played(sequence: readonly Step[]) {
  const shop = await createTestShop({ connectionsMax: 8 });
  const { shopper, reference, total } = await cardOrder(shop, { stock: 1 });
  await shop.pay(await pageOf(shopper, reference));
  await shop.db
    .updateTable("orders")
    .set({ expires_at: new Date(Date.now() - 1_000).toISOString() })
    .execute();
  const steps = await stepsOf(shop, shopper, reference);
  const works = sequence.map((step) => steps[step]);
  return { shop, shopper, reference, total, ...(await inTurn(shop, reference, works)) };
}

const triesMax = 5;

async function playedInSequence(sequence: readonly Step[]) {
  for (let tries = 1; tries <= triesMax; tries++) {
    const play = await played(sequence);
    if (play.sequence.every((step, at) => step === at)) return play;
  }
  throw new Error(`${triesMax} times they got the order in another sequence.`);
}

// Red when lockOrder does not lock the order: nobody then waits for it. Red when standOn keeps the money
// of an order that has ended, and when expireOrder does not look at the state under its lock.
test.each(races)(
  "V12 of %j, who got the order in this sequence, the money either bought or went back",
  async (sequence, outcome, refusals) => {
    const { shop, shopper, reference, total, ends } = await playedInSequence(sequence);
    await shop.runJobs();
    await shop.runJobs();

    const refused = ends.flatMap((end) =>
      end.status === "rejected" ? [end.reason as unknown] : [],
    );
    expect(refused).toMatchObject(refusals.map((code) => ({ cause: { refusal: { code } } })));
    const order = await shopper.call().order.track({ reference });
    const refunds = order.refunds.map((refund) => refund.state);
    const [charge] = shop.simulator.charges();
    const kept = charge?.amount_refunded === 0;
    expect({ state: order.state, refunds, kept }).toEqual(outcome);
    expect(charge?.amount_refunded).toBe(outcome.kept ? 0 : total.minor);
    await expectInvariants(shop.db);
    await expectSettled(shop.db);
  },
);
