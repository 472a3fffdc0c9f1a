import {
  orderMachine,
  paymentMachine,
  refundMachine,
  refundRequestMachine,
} from "@tuckshop/contracts/machines";
import type { OrderHappening } from "@tuckshop/contracts/orders";
import { expect, test } from "vitest";
import { happeningDetail, happeningTitle } from "./happening-words.ts";

const happening = (facts: Partial<OrderHappening>): OrderHappening => ({
  subject: "order",
  event: "pack",
  from: "confirmed",
  to: "packed",
  actor: "Priya",
  cause: null,
  at: "2026-11-22T12:00:00.000Z",
  ...facts,
});

test.each([
  ["order" as const, Object.keys(orderMachine.events)],
  ["payment" as const, Object.keys(paymentMachine.events)],
  ["refund" as const, Object.keys(refundMachine.events)],
  ["refund_request" as const, Object.keys(refundRequestMachine.events)],
])("every event of an %s has words of its own", (subject, events) => {
  for (const event of events) {
    expect(happeningTitle(happening({ subject, event }))).not.toContain(`${subject}:`);
  }
});

test("who did it is named when it is a person", () => {
  expect(happeningDetail(happening({ cause: "Asked by phone" }))).toBe("by Priya · Asked by phone");
});

test("ids and keys are not shown to people", () => {
  const machine = happening({ actor: "payment.sync", cause: "key:5f0c" });
  expect(happeningDetail(machine)).toBeNull();
});
