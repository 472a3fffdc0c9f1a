import { expectInvariants, expectSettled } from "@tuckshop/db/testing/invariants";
import { race, times } from "@tuckshop/testing/race";
import { waitUntil } from "@tuckshop/testing/wait-until";
import { expect, onTestFinished, test } from "vitest";
import { createPostgresEvents } from "../events/postgres-events.ts";
import { cashOrder, paidOrder } from "../testing/paid-order.ts";
import { createTestShop } from "../testing/test-shop.ts";

const reason = "two were melted";

// Red without the index refund_request_one_open: five questions are then asked.
test("S45 a shopper asks once at a time, and the staff see it", async () => {
  const shop = await createTestShop({ connectionsMax: 8 });
  const { shopper, reference, orderId, variantId } = await paidOrder(shop, { quantity: 3 });
  const lines = [{ variantId, quantity: 2 }];
  const { won, lost } = await race(
    times(5, () => () => shopper.call().order.requestRefund({ reference, reason, lines })),
  );
  expect(won).toHaveLength(1);
  expect(lost).toMatchObject(
    times(4, () => ({ cause: { refusal: { code: "DUPLICATE", entity: "refund request" } } })),
  );
  expect(await shopper.call().order.track({ reference })).toMatchObject({
    canRequestRefund: false,
    refundRequest: { state: "asked", reason, lines },
  });
  const viewer = await shop.staff("viewer");
  expect(await viewer.call().staff.orders.get({ orderId })).toMatchObject({
    refundRequest: { state: "asked" },
  });
  await expectInvariants(shop.db);
});

// Red when answerRefundRequest fires no event: two people then refund the same request.
test("S45 approved, it is refunded once; the shopper sees it, and may ask again", async () => {
  const shop = await createTestShop({ connectionsMax: 6 });
  const { shopper, reference, orderId, variantId } = await paidOrder(shop, { quantity: 3 });
  const lines = [{ variantId, quantity: 2 }];
  const asked = await shopper.call().order.requestRefund({ reference, reason, lines });
  const requestId = asked.refundRequest?.id ?? never();
  const [owner, manager] = [await shop.staff("owner"), await shop.staff("manager")];
  const { won, lost } = await race<unknown>(
    [owner, manager].map(
      (staff) => () =>
        staff.call().staff.orders.answerRefundRequest({ requestId, decision: "approve" }),
    ),
  );
  expect(won).toMatchObject([{ id: orderId, refundRequest: { state: "approved" } }]);
  expect(lost).toMatchObject([
    { cause: { refusal: { code: "ILLEGAL_TRANSITION", entity: "refund request" } } },
  ]);
  await shop.runJobs();
  expect(shop.simulator.charges().map((charge) => charge.amount_refunded)).toEqual([12_000]);
  const order = await shopper.call().order.track({ reference });
  expect(order).toMatchObject({
    canRequestRefund: true,
    refundRequest: { state: "approved" },
    refunds: [{ state: "succeeded", lines }],
  });
  const told = order.happenings.filter(({ subject }) => subject === "refund_request");
  expect(told.map(({ to }) => to)).toEqual(["asked", "approved"]);
  await expectInvariants(shop.db);
  await expectSettled(shop.db);
});

test("S45 declined, the shopper is told why, and no money moves", async () => {
  const shop = await createTestShop();
  const { shopper, reference } = await paidOrder(shop);
  const asked = await shopper.call().order.requestRefund({ reference, reason });
  const requestId = asked.refundRequest?.id ?? never();
  const owner = await shop.staff("owner");
  await owner.call().staff.orders.answerRefundRequest({
    requestId,
    decision: "decline",
    reason: "They left the shop frozen.",
  });
  expect(await shopper.call().order.track({ reference })).toMatchObject({
    refundRequest: { state: "declined", answer: "They left the shop frozen." },
    refunds: [],
  });
  await expectInvariants(shop.db);
});

test("S45 a request that has become too large is refused to the staff, and stays open", async () => {
  const shop = await createTestShop();
  const { shopper, reference, orderId, variantId } = await paidOrder(shop, { quantity: 2 });
  const lines = [{ variantId, quantity: 2 }];
  const asked = await shopper.call().order.requestRefund({ reference, reason, lines });
  const requestId = asked.refundRequest?.id ?? never();
  const owner = await shop.staff("owner");
  const refund = { kind: "amount", amount: { minor: 1, currency: "INR" } } as const;
  await owner.call().staff.orders.refund({ orderId, baseVersion: 2, refund, reason });
  await expect(
    owner.call().staff.orders.answerRefundRequest({ requestId, decision: "approve" }),
  ).rejects.toMatchObject({ cause: { refusal: { code: "REFUND_TOO_LARGE" } } });
  expect(await shopper.call().order.track({ reference })).toMatchObject({
    refundRequest: { state: "asked" },
    lines: [{ refundedQuantity: 0 }],
  });
  await expectInvariants(shop.db);
});

test("S45 only the owner of a paid order asks, for no more than was bought, and only staff who may answer", async () => {
  const shop = await createTestShop();
  const { shopper, reference, variantId } = await paidOrder(shop);
  const due = await cashOrder(shop, { sku: "DUE" });
  await expect(
    shop.shopper().call().order.requestRefund({ reference, reason }),
  ).rejects.toMatchObject({ code: "NOT_FOUND" });
  await expect(
    due.shopper.call().order.requestRefund({ reference: due.reference, reason }),
  ).rejects.toMatchObject({ cause: { refusal: { code: "ILLEGAL_TRANSITION" } } });
  await expect(
    shopper.call().order.requestRefund({ reference, reason, lines: [{ variantId, quantity: 2 }] }),
  ).rejects.toMatchObject({ cause: { refusal: { code: "LINES_SPENT" } } });
  const asked = await shopper.call().order.requestRefund({ reference, reason });
  const packer = await shop.staff("packer");
  await expect(
    packer.call().staff.orders.answerRefundRequest({
      requestId: asked.refundRequest?.id ?? never(),
      decision: "approve",
    }),
  ).rejects.toMatchObject({ code: "FORBIDDEN" });
});

// Red when order_moved fires for moves of `orders` alone: the shopper's page then waits for its slow poll.
test("S43 a request for a refund, its answer and the refund tell of their order", async () => {
  const shop = await createTestShop();
  const { shopper, reference, orderId } = await paidOrder(shop);
  const events = createPostgresEvents({ url: shop.url, log: shop.services.tasks.log });
  onTestFinished(() => events.close());
  const heard: string[] = [];
  events.subscribe("order", (one) => heard.push(one === "missed" ? "missed" : one.id));
  await waitUntil(() => heard.includes("missed"), { what: "the driver to listen" });
  const tellsOf = async <T>(work: () => Promise<T>): Promise<T> => {
    heard.length = 0;
    const result = await work();
    await waitUntil(() => heard.includes(orderId), { what: "the order to be told of" });
    return result;
  };
  const asked = await tellsOf(() => shopper.call().order.requestRefund({ reference, reason }));
  const requestId = asked.refundRequest?.id ?? never();
  const owner = await shop.staff("owner");
  await tellsOf(() =>
    owner.call().staff.orders.answerRefundRequest({ requestId, decision: "approve" }),
  );
  await tellsOf(() => shop.runJobs());
});

const never = () => {
  throw new Error("There is no refund request.");
};
