import { getRouteApi } from "@tanstack/react-router";
import { Suspense } from "react";
import { PageHeader } from "../page-header.tsx";
import { LevelsList } from "./levels-list.tsx";
import { StockFilter } from "./stock-filter.tsx";
import { StockRowsSkeleton } from "./stock-skeleton.tsx";

const route = getRouteApi("/staff/stock");

export function StockPage() {
  const { q, low } = route.useSearch();
  return (
    <>
      <PageHeader title="Stock" />
      <StockFilter search={q} lowOnly={low ?? false} />
      <Suspense key={`${low} ${q}`} fallback={<StockRowsSkeleton />}>
        <LevelsList search={q} lowOnly={low} />
      </Suspense>
    </>
  );
}
