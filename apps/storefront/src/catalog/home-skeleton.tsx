import { Skeleton } from "@tuckshop/ui/skeleton";
import { PageLoading } from "../page-loading.tsx";
import { GridSkeleton } from "./grid-skeleton.tsx";

export function HomeSkeleton() {
  return (
    <PageLoading label="Looking at the shelves">
      <div className="grid gap-4.5 pt-6 pb-8 min-[860px]:pt-12 min-[860px]:pb-14">
        <Skeleton className="h-7 w-64 max-w-full" />
        <Skeleton className="h-40 max-w-[36rem]" />
        <Skeleton className="h-12 w-56" />
      </div>
      <div className="grid gap-3.5 pb-12 sm:grid-cols-3">
        <Skeleton className="h-36" />
        <Skeleton className="h-36" />
        <Skeleton className="h-36" />
      </div>
      <GridSkeleton count={4} />
    </PageLoading>
  );
}
