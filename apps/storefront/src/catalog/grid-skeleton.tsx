import { Skeleton } from "@tuckshop/ui/skeleton";

/** The same geometry as a grid of cards, so that nothing jumps when they come. */
export function GridSkeleton({ count }: { count: number }) {
  return (
    <div className="product-grid">
      {Array.from({ length: count }, (_, index) => (
        <div key={index} className="grid gap-2.5">
          <Skeleton className="aspect-4/5 rounded-card" />
          <div className="grid gap-1.5">
            <Skeleton className="h-5 w-3/4" />
            <Skeleton className="h-4 w-1/2" />
            <Skeleton className="h-5 w-16" />
          </div>
        </div>
      ))}
    </div>
  );
}
