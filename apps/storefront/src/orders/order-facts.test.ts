import { newOrderReference } from "@tuckshop/contracts/ids";
import type { OrderState, PaymentState } from "@tuckshop/contracts/machines";
import { money } from "@tuckshop/contracts/money";
import type { TrackedOrder } from "@tuckshop/contracts/orders";
import { expect, test } from "vitest";
import { detailOf, headlineOf, stepsOf } from "./order-facts.ts";

const zero = money(0, "INR");
const at = "2026-11-22T12:00:00.000Z";

function order(state: OrderState, paymentState: PaymentState, passed: OrderState[]): TrackedOrder {
  return {
    reference: newOrderReference(),
    state,
    version: 1,
    placedAt: at,
    fulfilment: { method: "delivery", pincode: "560038", area: "Indiranagar", address: "14" },
    lines: [],
    amounts: {
      subtotal: zero,
      discount: zero,
      delivery: zero,
      fee: zero,
      taxIncluded: zero,
      total: money(45_500, "INR"),
    },
    payment: { method: "card", state: paymentState, amount: money(45_500, "INR") },
    refunds: [],
    happenings: passed.map((to) => ({
      subject: "order",
      event: null,
      from: null,
      to,
      actor: "shop",
      cause: null,
      at,
    })),
    customerName: "Meera",
    holdExpiresAt: null,
    refundable: zero,
    refundRequest: null,
    canCancel: true,
    canRequestRefund: false,
    canPayByCard: false,
  };
}

const statuses = (tracked: TrackedOrder) => stepsOf(tracked).map((step) => step.status);

test("the step that an order is at is the one that is now", () => {
  const packed = order("packed", "captured", ["pending_payment", "confirmed", "packed"]);
  expect(statuses(packed)).toEqual(["done", "done", "now", "next", "next"]);
  expect(headlineOf(packed)).toBe("Packed. Leaving soon.");
});

test("an order that is not paid waits at its payment", () => {
  const waiting = order("pending_payment", "open", ["pending_payment"]);
  expect(statuses(waiting)).toEqual(["now", "next", "next", "next", "next"]);
});

test("a delivered order has nothing left to come", () => {
  const passed: OrderState[] = ["confirmed", "packed", "out_for_delivery", "delivered"];
  expect(new Set(statuses(order("delivered", "captured", passed)))).toEqual(new Set(["done"]));
});

test("a cancelled order ends where it was and says what happens to the money", () => {
  const cancelled = order("cancelled", "captured", ["confirmed", "cancelled"]);
  expect(statuses(cancelled)).toEqual(["done", "done", "stopped"]);
  expect(detailOf(cancelled, "₹455")).toContain("₹455 goes back");
  expect(detailOf(order("cancelled", "cancelled", ["cancelled"]), "₹455")).toBe(
    "Nothing was charged.",
  );
});
