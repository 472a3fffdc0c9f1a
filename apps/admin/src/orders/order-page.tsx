import { Link, getRouteApi } from "@tanstack/react-router";
import { trpc } from "@tuckshop/client/react";
import { Card } from "@tuckshop/ui/card";
import { formatMoney } from "@tuckshop/ui/money";
import { OrderStateBadge, PaymentStateBadge } from "@tuckshop/ui/state-badge";
import { Time } from "@tuckshop/ui/time";
import { PageHeader } from "../page-header.tsx";
import { OrderActions } from "./order-actions.tsx";
import { OrderCustomer } from "./order-customer.tsx";
import { OrderHistory } from "./order-history.tsx";
import { OrderItems } from "./order-items.tsx";
import { OrderReceipt } from "./order-receipt.tsx";
import { OrderRefunds } from "./order-refunds.tsx";
import { ParkedNotice } from "./parked-notice.tsx";
import { RefundRequestNotice } from "./refund-request-notice.tsx";

const route = getRouteApi("/staff/orders/$orderId");
const pollMilliseconds = 30_000;

export function OrderPage() {
  const orderId = route.useRouteContext({ select: (context) => context.orderId });
  const [order] = trpc.staff.orders.get.useSuspenseQuery(
    { orderId },
    { refetchInterval: pollMilliseconds },
  );
  const { payment } = order;
  return (
    <>
      <PageHeader
        title={order.reference}
        crumb={
          <Link to="/orders" className="underline">
            Orders
          </Link>
        }
      >
        <PaymentStateBadge state={payment.state} amount={formatMoney(payment.amount)} />
        <OrderStateBadge state={order.state} />
        <span className="text-small text-ink-2">
          Placed <Time at={order.placedAt} />
        </span>
      </PageHeader>
      {/* On a phone: what to pick, then what to press, then the rest. */}
      <div className="grid grid-cols-[minmax(0,1fr)] gap-4 lg:grid-cols-[minmax(0,1fr)_340px] lg:grid-rows-[auto_1fr]">
        <Card className="px-4! pt-3! pb-1! max-lg:order-first">
          <OrderItems lines={order.lines} />
        </Card>
        <div className="grid content-start gap-4 lg:row-span-2">
          <ParkedNotice order={order} />
          <RefundRequestNotice order={order} />
          <OrderActions key={order.id} order={order} />
          <OrderCustomer order={order} />
          <OrderReceipt order={order} />
          <OrderRefunds order={order} />
        </div>
        <OrderHistory happenings={order.happenings} />
      </div>
    </>
  );
}
