import { getRouteApi, Link, Navigate } from "@tanstack/react-router";
import type { OrderReference } from "@tuckshop/contracts/ids";
import type { PaymentStatus } from "@tuckshop/contracts/payments";
import { buttonClass } from "@tuckshop/ui/button";
import { Card } from "@tuckshop/ui/card";
import { Chip } from "@tuckshop/ui/chip";
import { formatMoney } from "@tuckshop/ui/money";
import { Time } from "@tuckshop/ui/time";
import type { ReactNode } from "react";
import { useShop } from "../use-shop.ts";
import { useTitle } from "../use-title.ts";
import { PayAgain } from "./pay-again.tsx";
import type { ReturnState } from "./return-state.ts";
import { usePaymentStatus } from "./use-payment-status.ts";

const route = getRouteApi("/checkout/$checkoutId/return");

const titles: Record<ReturnState, string> = {
  paid: "Paid",
  confirming: "Checking your payment",
  unpaid: "Not paid yet",
  over: "This order has ended",
  unknown: "We don’t know yet",
};

/** Where the payment page sends people back to. It says what is known about their money, and no more. */
export function ReturnPage() {
  const { reference, cancelled } = route.useSearch();
  const { state, status } = usePaymentStatus(reference, Boolean(cancelled));
  useTitle(titles[state]);
  if (state === "paid") return <Navigate to="/o/$reference" params={{ reference }} replace />;
  return (
    <div data-hue="ink" className="mx-auto grid max-w-[40rem] gap-6 pt-4" aria-live="polite">
      <p className="flex flex-wrap gap-2">
        <Chip>Order {reference}</Chip>
        {status && <Chip>{formatMoney(status.amount)}</Chip>}
      </p>
      {bodies[state]({ reference, status })}
    </div>
  );
}

type BodyProps = { reference: OrderReference; status: PaymentStatus | undefined };

const bodies: Record<Exclude<ReturnState, "paid">, (props: BodyProps) => ReactNode> = {
  confirming: () => (
    <>
      <h1>Checking with the payment page.</h1>
      <Card className="flex items-center gap-4">
        <span
          aria-hidden="true"
          className="size-6 shrink-0 animate-spin rounded-full border-3 border-line-strong border-r-transparent"
        />
        <p>This takes a few seconds. You can close this page; your order does not depend on it.</p>
      </Card>
    </>
  ),
  unpaid: ({ reference, status }) => (
    <>
      <h1>Nothing was charged.</h1>
      <p className="text-ink-2">
        Your order is written down and your things are held
        {status?.holdExpiresAt ? (
          <>
            {" "}
            until <Time at={status.holdExpiresAt} show="clock" />
          </>
        ) : (
          " for now"
        )}
        . How would you like to go on?
      </p>
      {status && <PayAgain reference={reference} amount={status.amount} />}
    </>
  ),
  over: ({ reference }) => (
    <>
      <h1>This order ended unpaid.</h1>
      <p className="text-ink-2">
        The hold ran out and your things went back on the shelf. Nothing was charged. Should a
        payment still come through, it goes back to you by itself.
      </p>
      <p className="flex flex-wrap gap-3">
        <Link to="/o/$reference" params={{ reference }} className={buttonClass("ink")}>
          See the order
        </Link>
      </p>
    </>
  ),
  unknown: ({ reference, status }) => <Unknown {...{ reference, status }} />,
};

function Unknown({ reference, status }: BodyProps) {
  const shop = useShop();
  return (
    <>
      <h1>We don’t know yet.</h1>
      <p>
        {status?.asked
          ? "The payment page has not told us of a payment so far."
          : "We can’t reach the payment page just now."}{" "}
        If yours went through, this page will show it, and so will your order.
      </p>
      <p className="text-ink-2">
        We keep asking. Your order number is <strong className="text-ink">{reference}</strong>
        {shop && <>; you can also call us on {shop.phone}</>}.
      </p>
      {status && <PayAgain reference={reference} amount={status.amount} />}
    </>
  );
}
