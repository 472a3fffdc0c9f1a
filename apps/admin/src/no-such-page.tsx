import { Link } from "@tanstack/react-router";
import { buttonClass } from "@tuckshop/ui/button";
import { EmptyState } from "@tuckshop/ui/empty-state";
import { PageHeader } from "./page-header.tsx";

export function NoSuchPage() {
  return (
    <>
      <PageHeader title="No such page" />
      <EmptyState
        title="There is nothing at this address"
        action={
          <Link to="/" className={buttonClass("counter", "sm")}>
            Go to Today
          </Link>
        }
      >
        The link may be cut off, or it belongs to another shop.
      </EmptyState>
    </>
  );
}
