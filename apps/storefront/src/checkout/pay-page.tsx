import { getRouteApi, Navigate, useNavigate } from "@tanstack/react-router";
import type { CheckoutId } from "@tuckshop/contracts/ids";
import type { Checkout, PaymentMethod } from "@tuckshop/contracts/checkout";
import { useState } from "react";
import { useTitle } from "../use-title.ts";
import { CheckoutFrame } from "./checkout-frame.tsx";
import { CheckoutOver } from "./checkout-over.tsx";
import { CheckoutReceipt } from "./checkout-receipt.tsx";
import { contactDraft } from "./contact-draft.ts";
import { contactForm, type ContactForm } from "./contact-form.ts";
import { HoldBar } from "./hold-bar.tsx";
import { HowSummary } from "./how-summary.tsx";
import { PayForm } from "./pay-form.tsx";
import { useCheckout } from "./use-checkout.ts";
import { WhoSummary } from "./who-summary.tsx";

const route = getRouteApi("/checkout/$checkoutId/pay");

export function PayPage() {
  const { checkoutId } = route.useParams();
  useTitle("Pay");
  const { checkout, receivedAt } = useCheckout(checkoutId);
  const [leaving, setLeaving] = useState(false);
  const draft = contactForm(checkout.fulfilment.method).safeParse(contactDraft());
  // Someone who comes back from the payment page, or reloads, finds the order they have made.
  if (checkout.reference && !leaving) {
    return (
      <Navigate
        to="/checkout/$checkoutId/return"
        params={{ checkoutId }}
        search={{ reference: checkout.reference, cancelled: 1 }}
        replace
      />
    );
  }
  if (checkout.state === "cancelled") return <CheckoutOver />;
  if (!draft.success) {
    return <Navigate to="/checkout/$checkoutId/who" params={{ checkoutId }} replace />;
  }
  return <Pay {...{ checkout, receivedAt, contact: draft.data, setLeaving }} />;
}

type PayProps = {
  checkout: Checkout;
  receivedAt: number;
  contact: ContactForm;
  setLeaving: (leaving: boolean) => void;
};

function Pay({ checkout, receivedAt, contact, setLeaving }: PayProps) {
  const navigate = useNavigate();
  const [choice, setChoice] = useState<PaymentMethod>("card");
  const { quote, fulfilment } = checkout;
  const toStep = ({ id }: { id: CheckoutId }) =>
    void navigate({ to: "/checkout/$checkoutId/pay", params: { checkoutId: id }, replace: true });
  return (
    <CheckoutFrame
      step={3}
      title="How would you like to pay?"
      receipt={<CheckoutReceipt quote={quote} area={fulfilment.area} method={choice} />}
    >
      <HoldBar checkout={checkout} receivedAt={receivedAt} onHeldAgain={toStep} />
      <div className="grid gap-2">
        <HowSummary checkout={checkout} />
        <WhoSummary checkoutId={checkout.id} contact={contact} />
      </div>
      <PayForm {...{ checkout, contact, choice, setChoice, setLeaving }} />
    </CheckoutFrame>
  );
}
