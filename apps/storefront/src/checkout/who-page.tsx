import { getRouteApi, Navigate, useNavigate } from "@tanstack/react-router";
import { useTitle } from "../use-title.ts";
import { CheckoutFrame } from "./checkout-frame.tsx";
import { CheckoutOver } from "./checkout-over.tsx";
import { CheckoutReceipt } from "./checkout-receipt.tsx";
import { ContactFields } from "./contact-fields.tsx";
import { HoldBar } from "./hold-bar.tsx";
import { HowSummary } from "./how-summary.tsx";
import { useCheckout } from "./use-checkout.ts";

const route = getRouteApi("/checkout/$checkoutId/who");

export function WhoPage() {
  const { checkoutId } = route.useParams();
  const navigate = useNavigate();
  useTitle("Who is it for?");
  const { checkout, receivedAt } = useCheckout(checkoutId);
  const { state, fulfilment, quote } = checkout;
  if (checkout.reference) {
    return <Navigate to="/o/$reference" params={{ reference: checkout.reference }} replace />;
  }
  if (state === "cancelled") return <CheckoutOver />;
  return (
    <CheckoutFrame
      step={2}
      title="Who is it for?"
      receipt={<CheckoutReceipt quote={quote} area={fulfilment.area} />}
    >
      <HoldBar
        checkout={checkout}
        receivedAt={receivedAt}
        onHeldAgain={({ id }) =>
          void navigate({ to: ".", params: { checkoutId: id }, replace: true })
        }
      />
      <HowSummary checkout={checkout} />
      <ContactFields
        method={fulfilment.method}
        onDone={() => void navigate({ to: "/checkout/$checkoutId/pay", params: { checkoutId } })}
      />
    </CheckoutFrame>
  );
}
