import { Loading, Skeleton } from "@tuckshop/ui/skeleton";

export function BooksSkeleton() {
  return (
    <Loading label="Checking the books">
      <div className="grid gap-4">
        <Skeleton className="h-9 max-w-40" />
        <Skeleton className="h-48" />
        <Skeleton className="h-96" />
      </div>
    </Loading>
  );
}

export function OwedSkeleton() {
  return (
    <Loading label="Loading the list">
      <div className="grid gap-2">
        {[1, 2, 3, 4].map((row) => (
          <Skeleton key={row} className="h-16" />
        ))}
      </div>
    </Loading>
  );
}
