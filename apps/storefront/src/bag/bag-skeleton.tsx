import { Skeleton } from "@tuckshop/ui/skeleton";
import { PageLoading } from "../page-loading.tsx";

export function BagSkeleton() {
  return (
    <PageLoading label="Looking into your bag">
      <Skeleton className="mb-6 h-11 w-48" />
      <div className="grid items-start gap-8 lg:grid-cols-[1.3fr_0.9fr]">
        <div className="grid gap-4">
          <Skeleton className="h-24" />
          <Skeleton className="h-24" />
        </div>
        <Skeleton className="h-56" />
      </div>
    </PageLoading>
  );
}
