import { getRouteApi } from "@tanstack/react-router";
import { Suspense } from "react";
import { PageHeader } from "../page-header.tsx";
import { OrderTabs } from "./order-tabs.tsx";
import { orderView } from "./order-views.ts";
import { OrdersList } from "./orders-list.tsx";
import { OrderRowsSkeleton } from "./orders-skeleton.tsx";

const route = getRouteApi("/staff/orders");

export function OrdersPage() {
  const { state } = route.useSearch();
  const view = orderView(state);
  return (
    <>
      <PageHeader title="Orders" />
      <OrderTabs current={view.key} />
      <Suspense key={view.key} fallback={<OrderRowsSkeleton />}>
        <OrdersList view={view} />
      </Suspense>
    </>
  );
}
