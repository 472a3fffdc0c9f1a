import { getRouteApi, Link } from "@tanstack/react-router";
import { trpc } from "@tuckshop/client/react";
import { Button, buttonClass } from "@tuckshop/ui/button";
import { EmptyState } from "@tuckshop/ui/empty-state";
import { NotFound } from "../not-found.tsx";
import { useTitle } from "../use-title.ts";
import { CounterGlyph } from "./counter-glyph.tsx";
import { ProductGrid } from "./product-grid.tsx";

const route = getRouteApi("/c/$slug");

export function CounterPage() {
  const { slug } = route.useParams();
  const [categories] = trpc.catalog.categories.useSuspenseQuery();
  const category = categories.find((each) => each.slug === slug);
  useTitle(category?.name ?? "No such counter");
  const [{ pages }, list] = trpc.catalog.list.useSuspenseInfiniteQuery(
    { category: slug },
    { getNextPageParam: (page) => page.nextCursor },
  );
  if (!category) return <NotFound />;
  const products = pages.flatMap((page) => page.items);
  return (
    <div data-hue={category.hue} className="grid gap-8 pt-4">
      <header className="flex items-center justify-between gap-4 overflow-hidden rounded-tile bg-counter-wash p-6 text-counter sm:p-8">
        <div>
          <h1>{category.name}</h1>
          <p className="mt-2 tabular-nums">
            {category.productCount} things, {category.inStockCount} in stock now
            {category.nearlyGoneCount > 0 && `, ${category.nearlyGoneCount} nearly gone`}
          </p>
        </div>
        <CounterGlyph hue={category.hue} className="-my-4 size-24 shrink-0 sm:size-32" />
      </header>
      {products.length === 0 ? (
        <EmptyState
          title="This counter is empty just now."
          action={
            <Link to="/" className={buttonClass("ink")}>
              See the other counters
            </Link>
          }
        />
      ) : (
        <ProductGrid products={products} heading="h2" />
      )}
      {products.length > 0 && (
        <div className="grid justify-items-center gap-3">
          <output className="text-small text-ink-2 tabular-nums">
            {products.length} of {category.productCount}
          </output>
          {list.hasNextPage && (
            <Button
              look="outline"
              busy={list.isFetchingNextPage && "Fetching more…"}
              onClick={() => void list.fetchNextPage()}
            >
              Show 24 more
            </Button>
          )}
        </div>
      )}
    </div>
  );
}
