import { Skeleton } from "@tuckshop/ui/skeleton";
import { PageLoading } from "../page-loading.tsx";
import { GridSkeleton } from "./grid-skeleton.tsx";

export function CounterSkeleton() {
  return (
    <PageLoading label="Looking along the counter">
      <div className="grid gap-8 pt-4">
        <Skeleton className="h-40 rounded-tile" />
        <GridSkeleton count={8} />
      </div>
    </PageLoading>
  );
}
