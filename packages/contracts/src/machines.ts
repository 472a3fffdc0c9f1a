import { defineMachine, type StateOf, type EventOf } from "./machine.ts";

/** Every legal move in the shop. */

export const checkoutMachine = defineMachine({
  states: ["open", "placed", "expired", "cancelled"],
  events: {
    place: { from: ["open"], to: "placed" },
    expire: { from: ["open"], to: "expired" },
    cancel: { from: ["open"], to: "cancelled" },
  },
});
export type CheckoutState = StateOf<typeof checkoutMachine>;

export const orderMachine = defineMachine({
  states: [
    "pending_payment",
    "confirmed",
    "packed",
    "out_for_delivery",
    "ready_for_pickup",
    "delivered",
    "returned",
    "expired",
    "cancelled",
  ],
  events: {
    pay: { from: ["pending_payment"], to: "confirmed" },
    expire: { from: ["pending_payment"], to: "expired" },
    pay_late: { from: ["expired"], to: "confirmed" },
    pack: { from: ["confirmed"], to: "packed" },
    dispatch: { from: ["packed"], to: "out_for_delivery" },
    fail_delivery: { from: ["out_for_delivery"], to: "packed" },
    deliver: { from: ["out_for_delivery"], to: "delivered" },
    make_ready: { from: ["packed"], to: "ready_for_pickup" },
    collect: { from: ["ready_for_pickup"], to: "delivered" },
    return: { from: ["delivered"], to: "returned" },
    cancel: { from: ["pending_payment", "confirmed", "packed"], to: "cancelled" },
  },
});
export type OrderState = StateOf<typeof orderMachine>;
export type OrderEvent = EventOf<typeof orderMachine>;

/**
 * Card payments go created → open → captured; cash goes due → collected. Refunds are rows of their own.
 * `surplus` is money that came for a payment that had ended, or a second time: born so, and refunded.
 */
export const paymentMachine = defineMachine({
  states: [
    "created",
    "open",
    "captured",
    "failed",
    "cancelled",
    "due",
    "collected",
    "waived",
    "surplus",
  ],
  events: {
    open: { from: ["created"], to: "open" },
    capture: { from: ["created", "open"], to: "captured" },
    fail: { from: ["created", "open"], to: "failed" },
    cancel: { from: ["created", "open"], to: "cancelled" },
    collect: { from: ["due"], to: "collected" },
    waive: { from: ["due"], to: "waived" },
  },
});
export type PaymentState = StateOf<typeof paymentMachine>;
export type PaymentEvent = EventOf<typeof paymentMachine>;

export const refundMachine = defineMachine({
  states: ["requested", "sent", "succeeded", "failed"],
  events: {
    send: { from: ["requested"], to: "sent" },
    succeed: { from: ["requested", "sent"], to: "succeeded" },
    fail: { from: ["requested", "sent"], to: "failed" },
    // Weeks later: the bank could not pay it to anybody, and the money is back at the provider.
    bounce: { from: ["succeeded"], to: "failed" },
  },
});
export type RefundState = StateOf<typeof refundMachine>;
export type RefundEvent = EventOf<typeof refundMachine>;

/** What a shopper asks to have back; the staff decide. */
export const refundRequestMachine = defineMachine({
  states: ["asked", "approved", "declined"],
  events: {
    approve: { from: ["asked"], to: "approved" },
    decline: { from: ["asked"], to: "declined" },
  },
});
export type RefundRequestState = StateOf<typeof refundRequestMachine>;
export type RefundRequestEvent = EventOf<typeof refundRequestMachine>;

export const claimMachine = defineMachine({
  states: ["held", "consumed", "released", "expired"],
  events: {
    consume: { from: ["held"], to: "consumed" },
    release: { from: ["held", "consumed"], to: "released" },
    expire: { from: ["held"], to: "expired" },
  },
});
export type ClaimState = StateOf<typeof claimMachine>;

export const productMachine = defineMachine({
  states: ["draft", "active", "hidden", "archived"],
  events: {
    publish: { from: ["draft", "hidden"], to: "active" },
    hide: { from: ["active"], to: "hidden" },
    archive: { from: ["draft", "active", "hidden"], to: "archived" },
  },
});
export type ProductState = StateOf<typeof productMachine>;

export const webhookMachine = defineMachine({
  states: ["received", "applied", "ignored", "retry", "dead"],
  events: {
    apply: { from: ["received", "retry"], to: "applied" },
    ignore: { from: ["received", "retry"], to: "ignored" },
    postpone: { from: ["received"], to: "retry" },
    bury: { from: ["received", "retry"], to: "dead" },
    redrive: { from: ["dead"], to: "retry" },
  },
});
export type WebhookState = StateOf<typeof webhookMachine>;

/** Table → machine, for the one function that fires events. */
export const machines = {
  checkout: checkoutMachine,
  orders: orderMachine,
  payment: paymentMachine,
  refund: refundMachine,
  refund_request: refundRequestMachine,
  claim: claimMachine,
  product: productMachine,
  webhook_event: webhookMachine,
};
export type StatefulTable = keyof typeof machines;
