import { Loading, Skeleton } from "@tuckshop/ui/skeleton";
import { PageHeader } from "../page-header.tsx";

export function OrdersSkeleton() {
  return (
    <>
      <PageHeader title="Orders" />
      <Skeleton className="h-11" />
      <OrderRowsSkeleton />
    </>
  );
}

export function OrderRowsSkeleton() {
  return (
    <Loading label="Loading orders">
      <div className="grid gap-2 pt-12">
        {[1, 2, 3, 4, 5, 6].map((row) => (
          <Skeleton key={row} className="h-28 lg:h-14" />
        ))}
      </div>
    </Loading>
  );
}
