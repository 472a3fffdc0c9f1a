import { getRouteApi } from "@tanstack/react-router";
import { trpc } from "@tuckshop/client/react";
import { orderMachine, type PaymentState } from "@tuckshop/contracts/machines";
import type { TrackedOrder, TrackOrder } from "@tuckshop/contracts/orders";
import { announce } from "@tuckshop/ui/announcer";
import { buttonClass } from "@tuckshop/ui/button";
import { Card } from "@tuckshop/ui/card";
import { Chip } from "@tuckshop/ui/chip";
import { formatMoney } from "@tuckshop/ui/money";
import { PaymentStateBadge } from "@tuckshop/ui/state-badge";
import { Timeline } from "@tuckshop/ui/timeline";
import { useEffect, useRef } from "react";
import { PayAgain } from "../checkout/pay-again.tsx";
import { useShop } from "../use-shop.ts";
import { useTitle } from "../use-title.ts";
import { CancelOrder } from "./cancel-order.tsx";
import { OrderAgain } from "./order-again.tsx";
import { detailOf, headlineOf, stepsOf } from "./order-facts.ts";
import { OrderReceipt } from "./order-receipt.tsx";
import { PayByCard } from "./pay-by-card.tsx";
import { RefundRequestCard } from "./refund-request-card.tsx";
import { RequestRefund } from "./request-refund.tsx";

const route = getRouteApi("/o/$reference");
/** While the server tells us of changes, and while it does not. */
const toldPollMs = 60_000;
const pollMs = 8000;

/** One order, for whoever placed it on this device or holds the key from the mail. */
export function TrackingPage() {
  const { reference } = route.useParams();
  const { k } = route.useSearch();
  const asked: TrackOrder = k === undefined ? { reference } : { reference, token: k };
  const { track } = trpc.useUtils().order;
  const changes = trpc.order.changes.useSubscription(asked, {
    onData: () => void track.invalidate(asked),
  });
  const isTold = changes.status === "pending";
  const [order] = trpc.order.track.useSuspenseQuery(asked, {
    refetchInterval: ({ state }) => {
      if (state.data && orderMachine.ended(state.data.state)) return false;
      return isTold ? toldPollMs : pollMs;
    },
  });
  useTitle(`Order ${reference}`);
  const headline = headlineOf(order);
  useAnnounceChange(headline);
  const total = formatMoney(order.amounts.total);
  return (
    <article className="mx-auto grid max-w-[44rem] gap-6 pt-4">
      <header className="grid gap-3">
        <p className="flex flex-wrap gap-2">
          <PaymentStateBadge state={order.payment.state} amount={total} />
          <Chip>Order {reference}</Chip>
        </p>
        <h1>{headline}</h1>
        <p className="text-ink-2">{detailOf(order, total)}</p>
      </header>
      {isToBePaidOnline(order) && <PayAgain reference={reference} amount={order.amounts.total} />}
      <Card aria-label="Progress">
        <Timeline label="What happened, and what comes" steps={stepsOf(order)} />
      </Card>
      <OrderReceipt order={order} />
      <RefundRequestCard request={order.refundRequest} />
      <Actions order={order} asked={asked} />
    </article>
  );
}

function Actions({ order, asked }: { order: TrackedOrder; asked: TrackOrder }) {
  const shop = useShop();
  return (
    <div className="flex flex-wrap gap-3">
      <OrderAgain order={order} />
      {shop && (
        <a href={`tel:${shop.phone.replaceAll(" ", "")}`} className={buttonClass("outline")}>
          Call the shop
        </a>
      )}
      {order.canPayByCard && <PayByCard reference={order.reference} />}
      {order.canRequestRefund && <RequestRefund order={order} asked={asked} />}
      {order.canCancel && <CancelOrder order={order} asked={asked} />}
    </div>
  );
}

/** A card page may be open: for an unpaid order, or for one that was to be paid in cash. */
const isToBePaidOnline = ({ state, payment }: TrackedOrder): boolean =>
  state === "pending_payment" ||
  (!orderMachine.ended(state) && state !== "expired" && isUnpaidCard.has(payment.state));

const isUnpaidCard = new Set<PaymentState>(["created", "open"]);

/** Says what changed while the page was open, not what it said when it opened. */
function useAnnounceChange(headline: string): void {
  const before = useRef(headline);
  useEffect(() => {
    if (before.current === headline) return;
    before.current = headline;
    announce(headline);
  }, [headline]);
}
