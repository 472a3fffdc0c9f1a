import { Link } from "@tanstack/react-router";
import { trpc } from "@tuckshop/client/react";
import { Button, buttonClass } from "@tuckshop/ui/button";
import { EmptyState } from "@tuckshop/ui/empty-state";
import { Freshness } from "../freshness.tsx";
import { pageSize } from "../page-size.ts";
import { ShowMore } from "../show-more.tsx";
import { useWideScreen } from "../wide-screen.ts";
import { OrderCards } from "./order-cards.tsx";
import { filterOf, type OrderView } from "./order-views.ts";
import { OrdersTable } from "./orders-table.tsx";
import { arrivedWords, useHeldRows } from "./use-held-rows.ts";

const pollMilliseconds = 30_000;

export function OrdersList({ view }: { view: OrderView }) {
  const [data, list] = trpc.staff.orders.list.useSuspenseInfiniteQuery(
    { ...filterOf(view), limit: pageSize },
    { getNextPageParam: (page) => page.nextCursor, refetchInterval: pollMilliseconds },
  );
  const fresh = data.pages.flatMap((page) => page.items);
  const { rows, arrived, release } = useHeldRows(fresh, list.hasNextPage);
  const isWide = useWideScreen();
  if (rows.length === 0) return <NoOrders view={view} />;
  const Rows = isWide ? OrdersTable : OrderCards;
  return (
    <div className="grid gap-3">
      {/* Its height is fixed, so that what appears in it moves nothing below. */}
      <div className="flex h-9 items-center justify-between gap-3">
        {list.isRefetchError || list.isPaused ? (
          <Freshness updatedAt={list.dataUpdatedAt} unreachable />
        ) : (
          <p className="text-small text-ink-2">Newest first, refreshed by itself</p>
        )}
        {arrived > 0 && (
          <Button look="counter" size="sm" className="min-h-9!" onClick={release}>
            Show {arrivedWords(arrived)}
          </Button>
        )}
      </div>
      <Rows rows={rows} label={view.label} />
      <ShowMore {...list} />
    </div>
  );
}

function NoOrders({ view }: { view: OrderView }) {
  const all = (
    <Link to="/orders" search={{ state: "all" }} className={buttonClass("outline", "sm")}>
      See all orders
    </Link>
  );
  return (
    <EmptyState title={view.emptyTitle} action={view.key !== "all" && all}>
      New orders appear here by themselves.
    </EmptyState>
  );
}
