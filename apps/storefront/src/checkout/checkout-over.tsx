import { Link } from "@tanstack/react-router";
import { buttonClass } from "@tuckshop/ui/button";
import { EmptyState } from "@tuckshop/ui/empty-state";

/** A checkout that a newer one has replaced, in this tab or another. */
export function CheckoutOver() {
  return (
    <div className="grid gap-6">
      <h1>You started this again elsewhere.</h1>
      <EmptyState
        title="This page is the older one."
        action={
          <Link to="/checkout" className={buttonClass("ink")}>
            Go on with your bag
          </Link>
        }
      >
        Nothing was charged here. Your bag and what you typed are kept.
      </EmptyState>
    </div>
  );
}
