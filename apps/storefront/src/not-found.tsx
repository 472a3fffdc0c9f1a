import { Link } from "@tanstack/react-router";
import { buttonClass } from "@tuckshop/ui/button";
import { EmptyState } from "@tuckshop/ui/empty-state";
import { useTitle } from "./use-title.ts";

export function NotFound() {
  useTitle("Not found");
  return (
    <div className="grid gap-6 pt-6">
      <h1>There is nothing at this address.</h1>
      <EmptyState
        title="It may have moved to another shelf."
        action={
          <Link to="/" className={buttonClass("ink")}>
            See what’s fresh today
          </Link>
        }
      >
        If you followed a link to an order, check that the whole address was copied.
      </EmptyState>
    </div>
  );
}
