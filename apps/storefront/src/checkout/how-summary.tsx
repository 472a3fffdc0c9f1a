import { Link } from "@tanstack/react-router";
import type { Checkout } from "@tuckshop/contracts/checkout";
import { useShop } from "../use-shop.ts";
import { changeLink, StepSummary } from "./step-summary.tsx";

export function HowSummary({ checkout: { fulfilment } }: { checkout: Checkout }) {
  const shop = useShop();
  const { method, area, pincode } = fulfilment;
  return (
    <StepSummary
      label={method === "delivery" ? "We bring it to" : "You pick it up at"}
      change={
        <Link to="/checkout" className={changeLink} aria-label="Change how you get it">
          Change
        </Link>
      }
    >
      {method === "delivery" ? [area, pincode].filter(Boolean).join(" ") : shop?.address}
    </StepSummary>
  );
}
