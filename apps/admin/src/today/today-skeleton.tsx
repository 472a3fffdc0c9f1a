import { Loading, Skeleton } from "@tuckshop/ui/skeleton";
import { PageHeader } from "../page-header.tsx";

export function TodaySkeleton() {
  return (
    <>
      <PageHeader title="Today" />
      <Loading label="Loading today">
        <div className="grid gap-4 lg:grid-cols-[minmax(0,23rem)_minmax(0,1fr)]">
          <Skeleton className="h-96" />
          <div className="grid content-start gap-4">
            <Skeleton className="h-40" />
            <Skeleton className="h-72" />
          </div>
        </div>
      </Loading>
    </>
  );
}
