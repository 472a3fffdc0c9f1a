import { Link } from "@tanstack/react-router";
import { trpc } from "@tuckshop/client/react";
import { buttonClass } from "@tuckshop/ui/button";
import { EmptyState } from "@tuckshop/ui/empty-state";
import { ProductGrid } from "../catalog/product-grid.tsx";

/** Three real things to start with, rather than a picture of an empty bag. */
export function EmptyBag() {
  const fresh = trpc.catalog.fresh.useQuery();
  const starters = (fresh.data ?? []).filter((each) => each.availability.state !== "out");
  return (
    <div className="grid gap-8">
      <h1>Your bag</h1>
      <EmptyState
        title="Nothing in it yet."
        action={
          <Link to="/" className={buttonClass("ink")}>
            See what’s fresh today
          </Link>
        }
      >
        Put in what you like; prices and stock are checked with the shop as you go.
      </EmptyState>
      {starters.length > 0 && (
        <section className="grid gap-5" aria-labelledby="starters">
          <h2 id="starters">People often start with</h2>
          <ProductGrid products={onePerCounter(starters)} />
        </section>
      )}
    </div>
  );
}

function onePerCounter<T extends { category: { slug: string } }>(products: readonly T[]): T[] {
  return [...new Map(products.map((product) => [product.category.slug, product])).values()];
}
