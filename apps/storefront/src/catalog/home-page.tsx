import { Link } from "@tanstack/react-router";
import { trpc } from "@tuckshop/client/react";
import type { Category, ProductCard } from "@tuckshop/contracts/catalog";
import { EmptyState } from "@tuckshop/ui/empty-state";
import { useTitle } from "../use-title.ts";
import { CounterTiles } from "./counter-tiles.tsx";
import { Hero } from "./hero.tsx";
import { ProductGrid } from "./product-grid.tsx";

/** One row on wide screens, two on phones. */
const rowLength = 4;

export function HomePage() {
  useTitle("Fresh today");
  const [[shop, categories, fresh]] = trpc.useSuspenseQueries((t) => [
    t.shop.info(undefined, { staleTime: Number.POSITIVE_INFINITY }),
    t.catalog.categories(),
    t.catalog.fresh(),
  ]);
  return (
    <>
      <Hero shop={shop} fresh={fresh} />
      <CounterTiles categories={categories} />
      <div id="fresh" className="grid scroll-mt-6 gap-14 pt-12">
        {categories.map((category) => (
          <FreshAt
            key={category.slug}
            category={category}
            products={fresh
              .filter((product) => product.category.slug === category.slug)
              .slice(0, rowLength)}
          />
        ))}
        {fresh.length === 0 && (
          <EmptyState title="The shelves are being filled.">
            Come back in a little while, or ask us what is coming: {shop.phone}.
          </EmptyState>
        )}
      </div>
    </>
  );
}

function FreshAt({ category, products }: { category: Category; products: ProductCard[] }) {
  if (products.length === 0) return null;
  return (
    <section className="grid gap-5" aria-labelledby={`fresh-${category.slug}`}>
      <div className="flex items-baseline justify-between gap-4">
        <h2 id={`fresh-${category.slug}`}>Fresh at the {category.name.toLowerCase()} counter</h2>
        <Link
          to="/c/$slug"
          params={{ slug: category.slug }}
          aria-label={`All ${category.productCount} at ${category.name}`}
          className="text-small whitespace-nowrap underline underline-offset-[0.18em]"
        >
          All {category.productCount}
        </Link>
      </div>
      <ProductGrid products={products} />
    </section>
  );
}
