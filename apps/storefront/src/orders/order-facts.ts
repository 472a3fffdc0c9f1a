import type { TrackedOrder } from "@tuckshop/contracts/orders";
import type { TimelineStep } from "@tuckshop/ui/timeline";
import type { OrderState, PaymentState } from "@tuckshop/contracts/machines";

/** The one sentence that matters now. */
export function headlineOf({ state, fulfilment }: TrackedOrder): string {
  const delivery = fulfilment.method === "delivery";
  const sentences: Record<OrderState, string> = {
    pending_payment: "Written down. Not paid yet.",
    confirmed: "We have your order.",
    packed: delivery ? "Packed. Leaving soon." : "Packed.",
    out_for_delivery: "On its way to you.",
    ready_for_pickup: "Ready. Come by when you like.",
    delivered: delivery ? "At your door." : "Picked up. Enjoy.",
    returned: "Back with us.",
    expired: "The hold ran out.",
    cancelled: "Cancelled.",
  };
  return sentences[state];
}

/** What it means, and what happens to the money. */
export function detailOf(
  { state, payment, fulfilment, amounts }: TrackedOrder,
  total: string,
): string {
  if (state === "expired")
    return "It was not paid in time, so your things went back on the shelf. Nothing was charged.";
  if (state === "cancelled") {
    return payment.state === "captured"
      ? `${total} goes back to the card you paid with, usually in 5 to 10 days.`
      : "Nothing was charged.";
  }
  if (state === "pending_payment")
    return `${total} is due. Your things are held for you meanwhile.`;
  const where =
    fulfilment.method === "delivery"
      ? `Going to ${[fulfilment.address, fulfilment.area].filter(Boolean).join(", ")}.`
      : "Waiting for you at the shop.";
  const card = isOnCardPage.has(payment.state)
    ? ` ${total} is to be paid online; if you leave that, it is due in cash again.`
    : "";
  const cash = payment.state === "due" ? ` Please keep ${total} in cash ready.` : "";
  return state === "delivered" && amounts.total.minor > 0
    ? "Thank you for coming by."
    : where + cash + card;
}

const isOnCardPage = new Set<PaymentState>(["created", "open"]);

type Stage = { key: string; title: string; state: OrderState };

/** Ends that are not at somebody’s door. */
const endings: Partial<Record<OrderState, string>> = {
  cancelled: "Cancelled",
  expired: "The hold ran out",
  returned: "Returned",
};

/** The way of an order from here on, payment first. */
export function stepsOf(order: TrackedOrder): TimelineStep[] {
  const stages = stagesOf(order);
  const ending = endings[order.state];
  const times = new Map(
    order.happenings.filter((each) => each.subject === "order").map((each) => [each.to, each.at]),
  );
  const current = stages.findIndex((stage) => stage.state === order.state);
  const steps = stages.map((stage, index): TimelineStep => {
    const at = times.get(stage.state) ?? null;
    const reached = at !== null || index <= current;
    return {
      key: stage.key,
      title: stage.title,
      at,
      expected: index === current + 1 ? "next" : "later",
      status: index === current && !isLast(stages, index) ? "now" : reached ? "done" : "next",
    };
  });
  const way = [paymentStep(order), ...steps];
  if (!ending) return way;
  const end: TimelineStep = {
    key: "end",
    title: ending,
    at: times.get(order.state) ?? null,
    status: "stopped",
  };
  return [...way.filter((step) => step.status === "done"), end];
}

const isLast = (stages: readonly Stage[], index: number) => index === stages.length - 1;

function stagesOf({ fulfilment }: TrackedOrder): Stage[] {
  const start: Stage[] = [
    { key: "confirmed", title: "Set aside for you", state: "confirmed" },
    { key: "packed", title: "Packed at the counter", state: "packed" },
  ];
  return fulfilment.method === "delivery"
    ? [
        ...start,
        { key: "out", title: "On its way", state: "out_for_delivery" },
        { key: "delivered", title: "At your door", state: "delivered" },
      ]
    : [
        ...start,
        { key: "ready", title: "Ready at the shop", state: "ready_for_pickup" },
        { key: "delivered", title: "Picked up", state: "delivered" },
      ];
}

function paymentStep({ payment, happenings, placedAt }: TrackedOrder): TimelineStep {
  const at = happenings.findLast(
    (each) => each.subject === "payment" && each.to === payment.state,
  )?.at;
  return { key: "payment", at: at ?? placedAt, ...paymentWords[payment.state] };
}

const writtenDown = { title: "Order written down", status: "done" } as const;
const waiting = {
  title: "Waiting for your payment",
  detail: "Nothing has been charged so far.",
  status: "now",
} as const;

const paymentWords: Record<PaymentState, Pick<TimelineStep, "title" | "detail" | "status">> = {
  created: waiting,
  open: waiting,
  captured: {
    title: "Payment received",
    detail: "Charged once. Trying again can’t charge you twice.",
    status: "done",
  },
  collected: { title: "Paid in cash", status: "done" },
  due: { ...writtenDown, detail: "To be paid in cash." },
  waived: { ...writtenDown, detail: "Nothing to pay." },
  surplus: { ...writtenDown, detail: "It goes back to you." },
  failed: { ...writtenDown, detail: "Nothing was charged." },
  cancelled: { ...writtenDown, detail: "Nothing was charged." },
};
