import { Link } from "@tanstack/react-router";
import type { CheckoutId } from "@tuckshop/contracts/ids";
import type { ContactForm } from "./contact-form.ts";
import { changeLink, StepSummary } from "./step-summary.tsx";

type Props = { checkoutId: CheckoutId; contact: ContactForm };

export function WhoSummary({ checkoutId, contact }: Props) {
  return (
    <StepSummary
      label="For"
      change={
        <Link
          to="/checkout/$checkoutId/who"
          params={{ checkoutId }}
          className={changeLink}
          aria-label="Change who it is for"
        >
          Change
        </Link>
      }
    >
      {[contact.name, contact.phone, contact.line1].filter(Boolean).join(", ")}
    </StepSummary>
  );
}
