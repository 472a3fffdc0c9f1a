import { Skeleton } from "@tuckshop/ui/skeleton";
import { PageLoading } from "../page-loading.tsx";

export function ProductSkeleton() {
  return (
    <PageLoading label="Fetching it from the shelf">
      <div className="grid items-start gap-8 pt-4 md:grid-cols-[0.9fr_1.1fr] md:gap-12">
        <Skeleton className="aspect-4/3 rounded-tile sm:aspect-4/5" />
        <div className="grid gap-5">
          <Skeleton className="h-11 w-3/4" />
          <Skeleton className="h-8 w-40" />
          <Skeleton className="h-12 w-64" />
          <Skeleton className="h-32" />
        </div>
      </div>
    </PageLoading>
  );
}
