import { orderMachine, type OrderState, type PaymentState } from "@tuckshop/contracts/machines";
import { StaffAction, type AllowedAction } from "@tuckshop/contracts/orders";
import type { FulfilmentMethod } from "@tuckshop/contracts/checkout";
import type { Role } from "@tuckshop/contracts/staff";
import { permits, type Permission } from "../accounts/permissions.ts";

export type ActionSubject = {
  state: OrderState;
  method: FulfilmentMethod;
  paymentState: PaymentState;
};

type Rule = {
  permission: Permission;
  label: (order: ActionSubject) => string;
  /** Which way of fulfilment it belongs to; both when left out. */
  only?: FulfilmentMethod;
  danger?: true;
};

const cashToo = ({ paymentState }: ActionSubject) =>
  paymentState === "due" ? " and take the cash" : "";

const rules: Record<StaffAction, Rule> = {
  pack: { permission: "orders.pack", label: () => "Mark packed" },
  dispatch: {
    permission: "orders.deliver",
    label: () => "Send out for delivery",
    only: "delivery",
  },
  deliver: {
    permission: "orders.deliver",
    label: (order) => `Mark delivered${cashToo(order)}`,
    only: "delivery",
  },
  fail_delivery: {
    permission: "orders.deliver",
    label: () => "Bring back: nobody there",
    only: "delivery",
  },
  make_ready: { permission: "orders.pack", label: () => "Mark ready for pickup", only: "pickup" },
  collect: {
    permission: "orders.deliver",
    label: (order) => `Hand over${cashToo(order)}`,
    only: "pickup",
  },
  cancel: {
    permission: "orders.cancel",
    label: ({ paymentState }) =>
      paymentState === "captured" ? "Cancel and refund" : "Cancel the order",
    danger: true,
  },
};

const stateWords: Record<OrderState, string> = {
  pending_payment: "waiting for its payment",
  confirmed: "confirmed",
  packed: "packed",
  out_for_delivery: "out for delivery",
  ready_for_pickup: "ready for pickup",
  delivered: "delivered",
  returned: "returned",
  expired: "expired",
  cancelled: "cancelled",
};

/** Every action on an order of this kind, and for each that is not open now the reason. */
export function staffActions(order: ActionSubject, role: Role): AllowedAction[] {
  return StaffAction.options
    .filter((action) => rules[action].only === undefined || rules[action].only === order.method)
    .map((action) => {
      const reason = whyNot(action, order, role);
      return {
        action,
        label: rules[action].label(order),
        enabled: reason === null,
        reason,
        danger: rules[action].danger ?? false,
      };
    });
}

const isBeingPaid = (state: PaymentState): boolean => state === "created" || state === "open";

/** Null when money may be given back by this role; else why not. */
export function whyNoRefund(paymentState: PaymentState, leftMinor: number, role: Role) {
  if (!permits(role, "orders.refund")) return "Your role does not allow this.";
  if (paymentState !== "captured" && paymentState !== "collected") return "Nothing was paid yet.";
  return leftMinor > 0 ? null : "Everything that was paid has been refunded.";
}

/** Null when goods of an order in this state may be taken back; else why not. */
export function whyNoReturn(state: OrderState, role: Role): string | null {
  if (!permits(role, "orders.refund")) return "Your role does not allow this.";
  return orderMachine.can("return", state)
    ? null
    : `Goods come back from an order that is delivered; it is ${stateWords[state]}.`;
}

/** Null when the action is open; else a sentence for the person who looks at its button. */
export function whyNot(action: StaffAction, order: ActionSubject, role: Role): string | null {
  const { permission, only } = rules[action];
  if (!permits(role, permission)) return "Your role does not allow this.";
  if (only !== undefined && only !== order.method) return `This order goes by ${order.method}.`;
  if (orderMachine.can(action, order.state)) {
    const handsOver = action === "deliver" || action === "collect";
    return handsOver && isBeingPaid(order.paymentState)
      ? "The buyer is on the card page just now. If they leave it, cash is due again by itself."
      : null;
  }
  const wanted = orderMachine.events[action].from.map((state) => stateWords[state]).join(" or ");
  return `This needs an order that is ${wanted}; it is ${stateWords[order.state]}.`;
}

export const actionPermission = (action: StaffAction): Permission => rules[action].permission;
