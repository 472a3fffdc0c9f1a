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
