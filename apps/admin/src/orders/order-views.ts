import type { OrderState } from "@tuckshop/contracts/machines";
import * as z from "zod/mini";

/** A view is a URL: `/orders?state=rounds`. */
export const OrderViewKey = z.enum([
  "to-pack",
  "rounds",
  "to-send-out",
  "on-the-way",
  "ready-for-pickup",
  "unpaid",
  "to-settle",
  "done",
  "delivered",
  "cancelled",
  "all",
]);
export type OrderViewKey = z.infer<typeof OrderViewKey>;

export type OrderView = {
  key: OrderViewKey;
  label: string;
  /** Undefined: orders in any state. */
  states?: OrderState[];
  /** Only orders whose money waits for a decision. */
  needsDecision?: true;
  /** Why the view is empty, and whether that is good news. */
  emptyTitle: string;
};

/** A tab, and the narrower views below it. */
export type OrderTab = OrderView & { parts: readonly OrderView[] };

export const orderTabs: readonly OrderTab[] = [
  {
    key: "to-pack",
    label: "To pack",
    states: ["confirmed"],
    emptyTitle: "Everything is packed",
    parts: [],
  },
  {
    key: "rounds",
    label: "Rounds",
    states: ["packed", "out_for_delivery", "ready_for_pickup"],
    emptyTitle: "Nothing is on its way",
    parts: [
      {
        key: "to-send-out",
        label: "To send out",
        states: ["packed"],
        emptyTitle: "Nothing waits to be sent out",
      },
      {
        key: "on-the-way",
        label: "On the way",
        states: ["out_for_delivery"],
        emptyTitle: "Nobody is out on a round",
      },
      {
        key: "ready-for-pickup",
        label: "Ready for pickup",
        states: ["ready_for_pickup"],
        emptyTitle: "Nothing waits at the counter",
      },
    ],
  },
  {
    key: "unpaid",
    label: "Unpaid",
    states: ["pending_payment"],
    emptyTitle: "No order waits for its payment",
    parts: [],
  },
  {
    key: "to-settle",
    label: "Money to settle",
    needsDecision: true,
    emptyTitle: "No money waits for a decision",
    parts: [],
  },
  {
    key: "done",
    label: "Done",
    states: ["delivered", "returned", "cancelled", "expired"],
    emptyTitle: "No order is finished yet",
    parts: [
      {
        key: "delivered",
        label: "Delivered",
        states: ["delivered"],
        emptyTitle: "Nothing is delivered yet",
      },
      {
        key: "cancelled",
        label: "Cancelled or expired",
        states: ["cancelled", "expired", "returned"],
        emptyTitle: "No order was cancelled",
      },
    ],
  },
  { key: "all", label: "All", emptyTitle: "No orders yet", parts: [] },
];

/** The tab that holds a view. */
export function orderTab(key: OrderViewKey = "to-pack"): OrderTab {
  const tab = orderTabs.find((tab) => [tab, ...tab.parts].some((view) => view.key === key));
  if (!tab) throw new Error(`No tab holds the view ${key}.`);
  return tab;
}

export function orderView(key: OrderViewKey = "to-pack"): OrderView {
  const tab = orderTab(key);
  return tab.parts.find((part) => part.key === key) ?? tab;
}

/** What the server is asked for. */
export const filterOf = ({ states, needsDecision }: OrderView) => ({ states, needsDecision });

type OrdersSearch = { state?: OrderViewKey | undefined };

export function ordersSearch({ state }: Record<string, unknown>): OrdersSearch {
  return { state: OrderViewKey.safeParse(state).data };
}
