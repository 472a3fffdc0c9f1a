import { race, times } from "@tuckshop/testing/race";
import { expectInvariants } from "@tuckshop/db/testing/invariants";
import { expect, test } from "vitest";
import { paidOrder } from "../testing/paid-order.ts";
import { createTestShop, type TestShop } from "../testing/test-shop.ts";
import { sweepRequests } from "./sweep-requests.ts";

/** A refund that was asked for and not answered, in a shop with everybody. */
async function askedShop() {
  const shop = await createTestShop({ connectionsMax: 8 });
  const { shopper, reference, orderId } = await paidOrder(shop);
  const [owner] = [
    await shop.staff("owner"),
    await shop.staff("manager"),
    await shop.staff("packer"),
  ];
  const asked = await shopper.call().order.requestRefund({ reference, reason: "two were melted" });
  await shop.runJobs(); // the confirmation
  if (!asked.refundRequest) throw new Error("Nothing was asked.");
  return { shop, owner, orderId, reference, requestId: asked.refundRequest.id };
}

const aDayPasses = async (shop: TestShop) => {
  await shop.db
    .updateTable("refund_request")
    .set({ remind_at: "2020-01-01T00:00:00.000Z" })
    .execute();
};

const sweep = async (shop: TestShop) => {
  await sweepRequests(shop.services.tasks, {});
  await shop.runJobs();
};

const reminders = ({ mails }: TestShop) =>
  mails.filter(({ key }) => key.startsWith("remind-")).map(({ to }) => to.split("-")[0]);

// Red when oweReminders does not date the next one, and when the task mails all of the staff.
test("S45 whoever may refund is reminded of a request once a day, until it is answered", async () => {
  const { shop, owner, orderId, reference, requestId } = await askedShop();
  await sweep(shop);
  expect(reminders(shop)).toEqual([]);
  await aDayPasses(shop);
  await sweep(shop);
  await sweep(shop);
  expect(reminders(shop).toSorted()).toEqual(["manager", "owner"]);
  expect(shop.mails.at(-1)).toMatchObject({
    subject: expect.stringContaining(reference),
    text: expect.stringContaining(`/admin/orders/${orderId}`),
  });
  await aDayPasses(shop);
  await sweep(shop);
  expect(reminders(shop)).toHaveLength(4);
  await owner.call().staff.orders.answerRefundRequest({ requestId, decision: "approve" });
  await aDayPasses(shop);
  await sweep(shop);
  expect(reminders(shop)).toHaveLength(4);
  await expectInvariants(shop.db);
});

// Red without FOR UPDATE SKIP LOCKED in oweReminders: each sweep then owes one.
test("S45 of many sweeps at the same time one owes the reminder", async () => {
  const { shop } = await askedShop();
  await aDayPasses(shop);
  const { lost } = await race(times(6, () => () => sweepRequests(shop.services.tasks, {})));
  expect(lost).toEqual([]);
  await shop.runJobs();
  expect(reminders(shop)).toHaveLength(2);
  const [request] = await shop.db.selectFrom("refund_request").select("reminder_count").execute();
  expect(request).toEqual({ reminder_count: 1 });
});

// Red when the task does not ask whether it is still open: the staff are reminded of what they did.
test("S45 an answer between the sweep and its job is reminded of no more", async () => {
  const { shop, owner, requestId } = await askedShop();
  await aDayPasses(shop);
  await sweepRequests(shop.services.tasks, {});
  await owner.call().staff.orders.answerRefundRequest({
    requestId,
    decision: "decline",
    reason: "They were fine.",
  });
  await shop.runJobs();
  expect(reminders(shop)).toEqual([]);
});
