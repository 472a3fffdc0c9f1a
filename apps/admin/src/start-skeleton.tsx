import { Loading, Skeleton } from "@tuckshop/ui/skeleton";

/** The shape of the shell while the first answers are on their way. */
export function StartSkeleton() {
  return (
    <Loading label="Opening the shop’s pages">
      <div className="grid min-h-dvh grid-rows-[53px_1fr] md:grid-cols-[216px_minmax(0,1fr)] md:grid-rows-1">
        <div className="bg-wash" />
        <div className="grid content-start gap-4 px-4 pt-4 md:px-7 md:pt-5">
          <Skeleton className="h-9 max-w-40" />
          <Skeleton className="h-96" />
        </div>
      </div>
    </Loading>
  );
}
