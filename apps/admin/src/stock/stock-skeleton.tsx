import { Loading, Skeleton } from "@tuckshop/ui/skeleton";

export function StockSkeleton() {
  return (
    <>
      <Skeleton className="h-9 max-w-40" />
      <StockRowsSkeleton />
    </>
  );
}

export function StockRowsSkeleton() {
  return (
    <Loading label="Loading stock">
      <div className="grid gap-2">
        {[1, 2, 3, 4, 5, 6].map((row) => (
          <Skeleton key={row} className="h-36 lg:h-14" />
        ))}
      </div>
    </Loading>
  );
}
