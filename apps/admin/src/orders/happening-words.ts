import type {
  OrderEvent,
  OrderState,
  PaymentEvent,
  PaymentState,
  RefundEvent,
  RefundRequestEvent,
  RefundRequestState,
  RefundState,
} from "@tuckshop/contracts/machines";
import type { OrderHappening } from "@tuckshop/contracts/orders";
import { actorWords, causeWords } from "../who-and-why.ts";

const orderWords: Record<OrderEvent, string> = {
  pay: "Confirmed",
  expire: "Expired: the payment did not come in time",
  pay_late: "Confirmed after all: the payment came late",
  pack: "Packed",
  dispatch: "Sent out for delivery",
  fail_delivery: "Could not be delivered, back in the shop",
  deliver: "Delivered",
  make_ready: "Ready for pickup",
  collect: "Picked up",
  return: "Returned",
  cancel: "Cancelled",
};

const paymentWords: Record<PaymentEvent, string> = {
  open: "Payment page opened",
  capture: "Card payment received",
  fail: "Card payment failed",
  cancel: "Payment closed, nothing charged",
  collect: "Cash collected",
  waive: "Cash no longer due",
};

const refundWords: Record<RefundEvent, string> = {
  send: "Refund handed to the payment provider",
  succeed: "Refund paid back",
  fail: "Refund failed",
  bounce: "Refund came back: the bank could not pay it out",
};

const requestWords: Record<RefundRequestEvent, string> = {
  approve: "Refund approved",
  decline: "Refund declined",
};

type BirthState = OrderState | PaymentState | RefundState | RefundRequestState;

/** How an order, a payment or a refund began: the state in which it was born. */
const births: Partial<Record<BirthState, string>> = {
  pending_payment: "Ordered",
  created: "Card chosen",
  due: "Cash chosen, to be paid on handing over",
  requested: "Refund owed",
  sent: "Refunded at the payment provider’s dashboard",
  asked: "The customer asked for a refund",
  surplus: "Money came a second time, and goes back",
  cancelled: "A payment page that nobody needed was closed",
};

const words: Record<OrderHappening["subject"], Record<string, string>> = {
  order: orderWords,
  payment: paymentWords,
  refund: refundWords,
  refund_request: requestWords,
};

/** One thing that happened, as a person behind the counter would say it. */
export function happeningTitle({ subject, event, to }: OrderHappening): string {
  const known = event === null ? (births as Record<string, string>)[to] : words[subject][event];
  return known ?? `${subject}: ${event ?? to}`.replaceAll("_", " ");
}

/** Who did it and what it goes back to, as far as that means something to a person. */
export function happeningDetail({ actor, cause }: OrderHappening): string | null {
  return [actorWords(actor), causeWords(cause)].filter(Boolean).join(" · ") || null;
}

const stops = new Set(["expire", "cancel", "fail", "fail_delivery", "return", "decline", "bounce"]);

/** Whether it is something that did not go as hoped. */
export const isSetback = ({ event }: OrderHappening): boolean => event !== null && stops.has(event);
