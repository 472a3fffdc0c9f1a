import { OrderReference } from "@tuckshop/contracts/ids";
import type { PaymentStatus } from "@tuckshop/contracts/payments";
import { expect, test } from "vitest";
import { returnState } from "./return-state.ts";

const open: PaymentStatus = {
  reference: OrderReference.parse("ABCDE-12345"),
  orderState: "pending_payment",
  method: "card",
  paymentState: "open",
  amount: { minor: 45_500, currency: "INR" },
  asked: true,
  holdExpiresAt: null,
};
const soon = { cancelled: false, waitedMs: 1000 };
const late = { cancelled: false, waitedMs: 20_000 };

test("before anything is known the page waits, and after 20 s it says that it does not know", () => {
  expect(returnState(undefined, soon)).toBe("confirming");
  expect(returnState(open, soon)).toBe("confirming");
  expect(returnState(open, late)).toBe("unknown");
  expect(returnState(undefined, late)).toBe("unknown");
});

test("money that has come, and cash that will, end the waiting", () => {
  expect(returnState({ ...open, paymentState: "captured" }, late)).toBe("paid");
  expect(returnState({ ...open, paymentState: "due" }, soon)).toBe("paid");
});

test("Back from the payment page is unpaid, but only when the provider could be asked", () => {
  expect(returnState(open, { ...soon, cancelled: true })).toBe("unpaid");
  expect(returnState({ ...open, asked: false }, { ...soon, cancelled: true })).toBe("confirming");
});

test("an order that has ended cannot be paid any more", () => {
  expect(returnState({ ...open, paymentState: "cancelled", orderState: "expired" }, soon)).toBe(
    "over",
  );
});
