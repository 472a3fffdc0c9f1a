import { Loading, Skeleton } from "@tuckshop/ui/skeleton";

export function OrderSkeleton() {
  return (
    <Loading label="Loading the order">
      <div className="grid gap-4 lg:grid-cols-[minmax(0,1fr)_340px]">
        <Skeleton className="h-9 max-w-80 lg:col-span-2" />
        <Skeleton className="h-64" />
        <Skeleton className="h-64" />
        <Skeleton className="h-72" />
        <Skeleton className="h-40" />
      </div>
    </Loading>
  );
}
